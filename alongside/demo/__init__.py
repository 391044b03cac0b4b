"""Eastmere: a council that does not exist, alive on any day. Everyone in it is made up. Not installed in production."""

PASSWORD = "eastmere-demo-2027"


def people_to_sign_in() -> list[dict[str, str]]:
    """Whom a visitor may sign in as, with what they will see."""
    return [
        {"email": f"{who}@eastmere.example", "password": PASSWORD, "who": words}
        for who, words in (
            ("priya", "Priya Nandakumar, social worker: her day, her children"),
            ("bea", "Bea Lindholm, team manager: children who wait for a worker"),
            ("amal", "Amal Rahman, key worker: the children he stands alongside"),
            ("helen", "Helen Marsh, service manager: every team"),
            ("dara", "Dara Wynn, data manager: bringing files in"),
            ("ade", "Ade Obi, administrator: hubs, teams and workers"),
        )
    ]
