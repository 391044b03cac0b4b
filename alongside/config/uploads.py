"""Files handed in: never in memory, never in a folder others can read, never without end."""

from typing import IO, Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import TemporaryFileUploadHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.template.loader import render_to_string

from alongside.config import places

LARGEST_MB = 600  # a census of the largest council is about 60 MB
READ_AT_MOST_MB = 4_000


class PrivateUpload(TemporaryFileUploadHandler):
    """Keeps what is handed in under var/uploads while the page is at work, and refuses what is too big."""

    def handle_raw_input(
        self, input_data: IO[bytes], META: dict[str, str], content_length: int, *more: Any, **rest: Any  # noqa: N803
    ) -> None:
        if content_length > LARGEST_MB * 1_000_000:
            raise RequestDataTooBig(f"A request of {content_length} bytes was refused.")

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        places.private_folder(places.UPLOADS)
        super().new_file(*args, **kwargs)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that could not be read. A file that is too big is told apart: people can act on that."""
    if not isinstance(exception, RequestDataTooBig):
        return HttpResponseBadRequest(render_to_string("400.html", request=request))
    _read_to_the_end(request)
    return HttpResponse(render_to_string("413.html", {"largest": LARGEST_MB}, request=request), status=413)


def _read_to_the_end(request: HttpRequest) -> None:
    """A browser that is still sending shows no answer, only a broken connection."""
    for _ in range(READ_AT_MOST_MB):
        if not request.read(1_000_000):
            return
