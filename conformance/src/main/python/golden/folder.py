"""The files that a case is about: in a folder of their own, which goes with the case."""

import pathlib
import tempfile

import encode


class Folder:
    def __init__(self, args):
        self.files = [value for value in args if isinstance(value, encode.File)]
        self.place = tempfile.TemporaryDirectory() if self.files else None
        for file in self.files:
            if file.data is not None:
                pathlib.Path(self.path(file)).write_bytes(file.data)

    def path(self, value):
        """Of a file its path, of anything else it itself."""
        return str(pathlib.Path(self.place.name) / value.name) if isinstance(value, encode.File) else value

    def changed(self, args):
        """What has become of the files, by the positions of those that are arguments."""
        for position, value in enumerate(args):
            if isinstance(value, encode.File):
                for suffix in ("", ".npy", ".npz"):
                    path = pathlib.Path(self.path(value) + suffix)
                    if path.exists() and path.read_bytes() != value.data:
                        yield str(position), encode.file(path.name, path.read_bytes())

    def close(self):
        if self.place:
            self.place.cleanup()
