"""What goes wrong: processes killed, two at once, sessions ended, nonsense sent. Nothing acknowledged is lost."""
