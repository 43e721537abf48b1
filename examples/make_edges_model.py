"""Writes edges.pt beside it: python3 make_edges_model.py. It has no weights, so it needs no PyTorch: TorchScript is text."""
import pathlib
import pickle
import zipfile

CODE = """class Edges(Module):
  __parameters__ = []
  __buffers__ = []
  training : bool
  _is_full_backward_hook : Optional[bool]
  def forward(self: __torch__.Edges,
    images: Tensor) -> Tensor:
    blurred = torch.avg_pool2d(images, [3, 3], [1, 1], [1, 1], False, False)
    return torch.abs(torch.sub(images, blurred))
"""
# A pickled __torch__.Edges: what torch.jit.script(...).save() writes for a module without weights.
DATA = (b"\x80\x02c__torch__\nEdges\nq\x00)\x81}(X\x08\x00\x00\x00trainingq\x01\x88"
        b"X\x16\x00\x00\x00_is_full_backward_hookq\x02Nubq\x03.")


def main():
    with zipfile.ZipFile(pathlib.Path(__file__).parent / "edges.pt", "w", zipfile.ZIP_STORED) as archive:
        for name, data in (("data.pkl", DATA), ("code/__torch__.py", CODE.encode()),
                           ("constants.pkl", pickle.dumps((), 2)), ("version", b"3\n")):
            archive.writestr(zipfile.ZipInfo("archive/" + name), data)


if __name__ == "__main__":
    main()
