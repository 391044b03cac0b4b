"""How gunicorn serves Alongside: two plain workers, each with one kept connection to the database."""

worker_class = "sync"
workers = 2
timeout = 60
graceful_timeout = 20
preload_app = True
accesslog = None  # an address may hold what somebody searched for
loglevel = "warning"
control_socket_disable = True


def when_ready(server: object) -> None:
    """gunicorn calls this in its first process, once it listens."""
    from alongside.config.with_parent import end_with_parent

    end_with_parent()
