"""Writes the models beside it: python3 make_models.py (Debian's python3-torch 1.13 wrote the committed ones)."""
import io
import pathlib

import torch

HERE = pathlib.Path(__file__).parent


class Sum(torch.nn.Module):
    """What the demo wants: float32, one number per row."""

    def forward(self, distance, time):
        return distance * 2 + time


class Echo(torch.nn.Module):
    """Gives its first input back: of the wrong element type, where that is not float32; else at the input's address."""

    def forward(self, distance, time):
        return distance


class Total(torch.nn.Module):
    """The wrong shape: one number for all rows."""

    def forward(self, distance, time):
        return (distance * time).sum()


class Pair(torch.nn.Module):
    """The wrong number of outputs."""

    def forward(self, distance, time):
        return distance + time, time


class Count(torch.nn.Module):
    """No tensor at all."""

    def forward(self, distance, time):
        return distance.size(0)


class Picky(torch.nn.Module):
    """Wants float32 weights times float32 columns: another element type fails inside."""

    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(2, 1)

    def forward(self, distance, time):
        return self.layer(torch.stack([distance, time.to(distance.dtype)], dim=1)).squeeze(1)


class Vandal(torch.nn.Module):
    """Writes into its inputs."""

    def forward(self, distance, time):
        distance.zero_()
        time.zero_()
        return distance + time


def write(model, path):
    """Without the debug records, which name source paths of the machine that wrote them."""
    full, slim = io.BytesIO(), io.BytesIO()
    torch.jit.save(torch.jit.script(model.eval()), full)
    full.seek(0)
    reader, writer = torch._C.PyTorchFileReader(full), torch._C.PyTorchFileWriter(slim)
    for record in reader.get_all_records():
        if not record.endswith(".debug_pkl") and record != "version":  # the writer adds the version itself
            content = reader.get_record(record)
            writer.write_record(record, content, len(content))
    writer.write_end_of_file()
    path.write_bytes(slim.getvalue())


for name, model in [("sum", Sum()), ("echo", Echo()), ("total", Total()), ("pair", Pair()), ("count", Count()), ("picky", Picky()),
                    ("vandal", Vandal())]:
    write(model, HERE / (name + ".pt"))
