"""Writes the models beside it: python3 make_models.py (Debian's python3-torch 1.13 wrote the committed ones)."""
import io
import pathlib

import torch

HERE = pathlib.Path(__file__).parent


class Identity(torch.nn.Module):
    def forward(self, x):
        return x


class TwoInputs(torch.nn.Module):
    def forward(self, distance, time):
        return distance * 2 + time


class LazyViews(torch.nn.Module):
    """Views whose bytes are not their values: a negated real one, a conjugated one; and one that is plain."""

    def forward(self, z):
        return torch.imag(torch.conj(z)), torch.conj(z), torch.real(z)


class OddTensors(torch.nn.Module):
    """What has no bytes to share: zeros that are not stored, quantised, sparse, blocked, without memory; and one with a gradient."""

    def forward(self, x):
        return (
            torch._efficientzerotensor([3]),
            torch.quantize_per_tensor(x, 0.1, 0, torch.qint8),
            x.to_sparse(),
            x.to_mkldnn(),
            torch.empty([3], device="meta"),
            x.clone().requires_grad_(True),
            torch.zeros([3], dtype=torch.complex32),
            x.unsqueeze(0).to_sparse_csr(),
        )


class Number(torch.nn.Module):
    def forward(self, x):
        return x.size(0)


class Numbered(torch.nn.Module):
    def forward(self, x):
        return {1: x, 2: x}


class ListsByName(torch.nn.Module):
    def forward(self, x):
        return {"a": [x]}


class Counted(torch.nn.Module):
    def forward(self, x):
        return [(x, 1), (x, 2)]


class ByName(torch.nn.Module):
    def forward(self, x):
        return {"a": x, "b": x}


class Raises(torch.nn.Module):
    def forward(self, x):
        raise ValueError("no such thing\nand more")
        return x


def write(model, path):
    """Without the debug records, which name source paths of the machine that wrote them."""
    full, slim = io.BytesIO(), io.BytesIO()
    torch.jit.save(torch.jit.script(model), full)
    full.seek(0)
    reader, writer = torch._C.PyTorchFileReader(full), torch._C.PyTorchFileWriter(slim)
    for record in reader.get_all_records():
        if not record.endswith(".debug_pkl") and record != "version":  # the writer adds the version itself
            content = reader.get_record(record)
            writer.write_record(record, content, len(content))
    writer.write_end_of_file()
    path.write_bytes(slim.getvalue())


for name, model in [("identity", Identity()), ("two-inputs", TwoInputs()), ("lazy-views", LazyViews()), ("odd-tensors", OddTensors()),
                    ("number", Number()), ("numbered", Numbered()), ("lists-by-name", ListsByName()), ("counted", Counted()),
                    ("by-name", ByName()), ("raises", Raises())]:
    write(model, HERE / (name + ".pt"))
