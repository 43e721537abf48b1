#!/usr/bin/python3
"""Trains the demo's model, examples/delay.pt: the delay of a flight from its distance and its hour of departure.

Needs Debian's python3-torch and python3-numpy. Every fifth row (row index % 5 == 4) is held out: the training never
sees it, and the errors printed at the end are those of these rows.
"""

import argparse
import hashlib
import io
import math
import os
import sys
from pathlib import Path

sys.dont_write_bytecode = True
# One thread and torch's plain kernels: wider ones, chosen by the CPU found, round their sums in another order.
os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", ATEN_CPU_CAPABILITY="default")

import numpy as np  # noqa: E402  (these settings are read on import)
import torch  # noqa: E402
from arrow_ipc import ArrowFormatError, ArrowReader  # noqa: E402

HERE = Path(__file__).resolve().parent
SEED = 20080101
HELD_OUT_EVERY, HELD_OUT_REMAINDER = 5, 4
HIDDEN = 48
BATCH = 2048
LEARNING_RATE = 3e-3


class DelayModel(torch.nn.Module):
    """(distance: int16 miles, time: float32 hour of day), both of shape (n,) -> float32 minutes of delay, (n,).

    Casts and normalisation happen inside, so that the caller passes the columns as they lie in the file. The inputs
    are only read.
    """

    chunk: torch.jit.Final[int]

    def __init__(self, distance, time, delay):
        super().__init__()
        self.distance_mean, self.distance_deviation = float(distance.mean()), float(distance.std())
        self.time_mean, self.time_deviation = float(time.mean()), float(time.std())
        # The start is the median predictor and the network learns the rest, in units of the typical error.
        self.delay_median = float(delay.median())
        self.delay_deviation = float((delay - self.delay_median).abs().mean())
        # Layer outputs are rows * 48 floats: in chunks they stay in the cache and below some megabytes for any n.
        self.chunk = 16384
        self.layers = torch.nn.Sequential(
            torch.nn.Linear(7, HIDDEN), torch.nn.ReLU(),
            torch.nn.Linear(HIDDEN, HIDDEN), torch.nn.ReLU(),
            torch.nn.Linear(HIDDEN, 1))

    def score(self, distance: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        miles = distance.to(torch.float32)
        hour = time.to(torch.float32)
        angle = hour * (2.0 * math.pi / 24.0)
        features = torch.stack([
            (miles - self.distance_mean) / self.distance_deviation,
            torch.log1p(miles.clamp(min=0.0)) - 6.0,
            (hour - self.time_mean) / self.time_deviation,
            torch.sin(angle), torch.cos(angle), torch.sin(2.0 * angle), torch.cos(2.0 * angle)], dim=1)
        return self.layers(features).squeeze(1) * self.delay_deviation + self.delay_median

    def forward(self, distance: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        if distance.shape != time.shape:
            # Without this a column of one row would be broadcast silently.
            raise ValueError(f"distance has shape {distance.shape} and time {time.shape}: they must be equal")
        flat_distance, flat_time = distance.reshape(-1), time.reshape(-1)
        rows = flat_time.numel()
        result = torch.empty([rows], dtype=torch.float32, device=time.device)
        for start in range(0, rows, self.chunk):
            end = min(start + self.chunk, rows)
            result[start:end] = self.score(flat_distance[start:end], flat_time[start:end])
        return result.reshape(time.shape)


def train(model, distance, time, delay, epochs):
    optimizer = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, epochs)
    rows = len(delay)
    for epoch in range(epochs):
        order, total = torch.randperm(rows), 0.0
        for batch in order.split(BATCH):
            loss = (model.score(distance[batch], time[batch]) - delay[batch]).abs().mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item() * len(batch)
        schedule.step()
        print(f"epoch {epoch + 1:3d} of {epochs}: mean absolute error on training rows {total / rows:.4f} min",
              flush=True)


def archive(scripted):
    """The TorchScript archive without its debug records, which name source paths of the machine it was made on."""
    full, slim = io.BytesIO(), io.BytesIO()
    torch.jit.save(scripted, full)
    full.seek(0)
    reader, writer = torch._C.PyTorchFileReader(full), torch._C.PyTorchFileWriter(slim)
    for name in reader.get_all_records():
        if not name.endswith(".debug_pkl") and name != "version":  # the writer adds the version itself
            record = reader.get_record(name)
            writer.write_record(name, record, len(record))
    writer.write_end_of_file()
    return slim.getvalue()


def write_aside(path, content):
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_bytes(content)
        os.replace(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--input", type=Path, default=HERE / "flights-200k.arrow", help="default: %(default)s")
    parser.add_argument("--output", type=Path, default=HERE / "delay.pt", help="default: %(default)s")
    parser.add_argument("--epochs", type=int, default=40, help="passes over the training rows, default: %(default)s")
    options = parser.parse_args()

    if options.epochs < 1:
        parser.error(f"--epochs {options.epochs}: at least one is needed")
    if options.output.resolve() == options.input.resolve():
        parser.error(f"{options.output} is the input: name another output")
    if not os.access(options.output.resolve().parent, os.W_OK):
        parser.error(f"{options.output}: its folder is not there or not writable")

    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)

    try:
        columns = ArrowReader(options.input).columns()
        distance, time, delay = (torch.from_numpy(columns[name].copy()) for name in ("distance", "time", "delay"))
    except (OSError, ArrowFormatError) as error:
        parser.error(str(error))
    except KeyError as error:
        parser.error(f"{options.input} has no column {error}; its columns are {', '.join(columns)}")
    if len(delay) < HELD_OUT_EVERY:
        parser.error(f"{options.input} has {len(delay)} rows: too few to train on some and hold out others")
    held_out = torch.arange(len(delay)) % HELD_OUT_EVERY == HELD_OUT_REMAINDER
    train_rows = ~held_out
    print(f"{int(train_rows.sum())} training rows, {int(held_out.sum())} held-out rows "
          f"(row index % {HELD_OUT_EVERY} == {HELD_OUT_REMAINDER})")

    delay = delay.to(torch.float32)
    model = DelayModel(distance[train_rows].to(torch.float32), time[train_rows], delay[train_rows])
    train(model, distance[train_rows], time[train_rows], delay[train_rows], options.epochs)

    # Freezing turns the parameters into constants: results carry no gradient, so that they can be handed on as they
    # are, and the order of the archive's entries no longer depends on Python's hash seed.
    scripted = torch.jit.freeze(torch.jit.script(model.eval()))
    predicted = scripted(distance, time)
    model_error = float((predicted - delay)[held_out].abs().mean(dtype=torch.float64))
    median = float(np.median(delay[train_rows].numpy()))
    median_error = float((delay[held_out] - median).abs().mean(dtype=torch.float64))
    print(f"held-out rows: mean absolute error of the model {model_error:.4f} min, "
          f"of the training rows' median ({median:g} min) {median_error:.4f} min")
    if not model_error < median_error:
        sys.exit("the model is not better than the median: nothing written")

    content = archive(scripted)
    try:
        write_aside(options.output, content)
    except OSError as error:
        parser.error(str(error))
    parameters = sum(p.numel() for p in model.parameters())
    print(f"{options.output}: {len(content)} bytes, {parameters} parameters, "
          f"sha256 {hashlib.sha256(content).hexdigest()}")


if __name__ == "__main__":
    main()
