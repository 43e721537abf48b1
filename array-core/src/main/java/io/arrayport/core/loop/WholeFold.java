package io.arrayport.core.loop;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.nio.ByteOrder;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;

import io.arrayport.core.backend.Op;
import io.arrayport.core.element.Element;
import io.arrayport.core.kernel.Kernels;
import io.arrayport.core.kernel.Lane;
import io.arrayport.core.kernel.Pairwise;
import io.arrayport.core.kernel.ReduceKernel;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.threads.Split;

/**
 * Reduces everything to one element on several threads, with the bits that one thread gives: sums of floats are cut
 * where NumPy's order of additions is cut, whatever the number of threads; what is free to be cut anywhere is combined
 * in the order of its ranges, for which of several zeros or nans is taken.
 */
final class WholeFold {
    /** Elements of the ranges' results lie so far apart that threads do not wait for each other's lines. */
    private static final int APART = 64;
    /** Bytes below which a sum's halves are not halved. */
    private static final long PART_BYTES = 1 << 20;
    /** A sum of fewer bytes takes less time than waking a thread. */
    private static final long LEAST_BYTES = 4 << 20;
    /** Strips of fewer elements are not worth a result each. */
    private static final long LONG_STRIP = 256;
    /** What a thread sums at least before it takes more. */
    private static final long ENOUGH = 4096;

    private final Op op;
    private final ReduceLoop loop;
    private final Lane lane;
    private final int bytes;

    private WholeFold(Op op, ReduceLoop loop, Lane lane) {
        this.op = op;
        this.loop = loop;
        this.lane = lane;
        this.bytes = lane.bytes();
    }

    /** Returns false, and has done nothing, if the order of operations is that of one thread. */
    static boolean run(Op op, ReduceLoop loop, long[] first) {
        WholeFold fold = new WholeFold(op, loop, Lanes.of("reduce", loop.accumulator()));
        if (isExtremum(op) && !loop.isMasked() || Kernels.isFree(op, fold.lane)) {
            return fold.ranges(first);
        }
        if (op != Op.ADD || loop.isMasked()) {
            return false;
        }
        return switch (fold.lane) {
            case F32, F64, C64, C128 -> fold.sum(first);
            default -> false;
        };
    }

    private static boolean isExtremum(Op op) {
        return op == Op.MAXIMUM || op == Op.MINIMUM || op == Op.FMAX || op == Op.FMIN;
    }

    /** Any ranges of the outermost axis. */
    private boolean ranges(long[] first) {
        Axes axes = loop.axes();
        int axis = Cut.outermost(axes, _ -> true);
        long stride = axes.stride(ReduceLoop.IN, axis);
        if (stride == 0) {
            return false; // nothing tells ranges apart
        }
        NavigableMap<Long, Storage> results = new ConcurrentSkipListMap<>();
        AtomicBoolean decided = new AtomicBoolean();
        try {
            Cut.along(axes, first, axis, axis == 0 ? Cut.BLOCK : 1, (part, at) -> {
                if (!decided.get()) {
                    Storage result = Storage.allocate(APART);
                    results.put(at[ReduceLoop.IN] - first[ReduceLoop.IN], result);
                    range(part, at, result.address());
                    decided.compareAndSet(false, isDecided(result.address()));
                }
            });
            ReduceKernel combine = Kernels.reduce(op, lane, lane);
            for (Storage result : (stride > 0 ? results : results.descendingMap()).values()) {
                combine.run(result.address(), bytes, 1, first[ReduceLoop.OUT]);
            }
            return true;
        } finally {
            results.values().forEach(Storage::close);
        }
    }

    private void range(Axes part, long[] at, long result) {
        if (isExtremum(op)) {
            loop.first(at[ReduceLoop.IN], result); // taken twice, which changes nothing
        } else {
            Element.put(bytes, ByteOrder.nativeOrder(), result, switch (op) {
                case MULTIPLY, LOGICAL_AND -> 1;
                case BITWISE_AND -> lane == Lane.BOOL ? 1 : -1;
                default -> 0;
            });
        }
        long[] to = at.clone();
        to[ReduceLoop.OUT] = result;
        loop.part(op, part, Strip.row(part)).run(to);
    }

    /** Whether no further element changes a result. */
    private boolean isDecided(long result) {
        return op == Op.LOGICAL_OR && Memory.RAW.get(JAVA_BYTE, result) != 0
                || op == Op.LOGICAL_AND && Memory.RAW.get(JAVA_BYTE, result) == 0;
    }

    private boolean sum(long[] first) {
        long strips = loop.strips();
        if (strips > 1) {
            return loop.strip().most() >= LONG_STRIP && strips(strips, first);
        }
        long n = loop.strip().block();
        long step = Math.abs(loop.axes().stride(ReduceLoop.IN, 0));
        if (loop.gathers() || n * step < LEAST_BYTES) {
            return false;
        }
        Halves halves = Halves.of(n, PART_BYTES / step, lane.isComplex() ? Pairwise::complexLeft : Pairwise::left);
        ReduceKernel kernel = loop.kernel();
        long stride = loop.axes().stride(ReduceLoop.IN, 0);
        try (Storage results = Storage.allocate((long) APART * halves.count())) {
            long at = results.address();
            Split.run(halves.count(), halves.each(), (from, to) -> {
                for (int part = (int) from; part < to; part++) {
                    nothing(at + (long) part * APART);
                    kernel.run(first[ReduceLoop.IN] + halves.start(part) * stride, stride,
                            halves.start(part + 1) - halves.start(part), at + (long) part * APART);
                }
            });
            halves.combine((a, b) -> add(at + (long) a * APART, at + (long) b * APART));
            add(first[ReduceLoop.OUT], at);
        }
        return true;
    }

    /** Strips are added one after the other: several threads sum them, and one adds. */
    private boolean strips(long strips, long[] first) {
        long together = Math.max(1, ENOUGH / loop.strip().most());
        try (Storage results = Storage.allocate(strips * bytes)) {
            Split.run((strips + together - 1) / together, together * loop.strip().most(), (from, to) -> {
                long end = Math.min(strips, to * together);
                for (long strip = from * together; strip < end; strip++) {
                    nothing(results.address() + strip * bytes);
                }
                loop.part(op, loop.axes(), loop.strip()).run(first[ReduceLoop.IN], from * together, end,
                        results.address(), bytes);
            });
            for (long strip = 0; strip < strips; strip++) {
                add(first[ReduceLoop.OUT], results.address() + strip * bytes);
            }
        }
        return true;
    }

    /** Puts what changes no number that is added to it. */
    private void nothing(long at) {
        for (int part = 0; part < bytes; part += lane.part().bytes()) {
            if (lane.part() == Lane.F32) {
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, at + part, -0f);
            } else {
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, at + part, -0d);
            }
        }
    }

    private void add(long to, long from) {
        for (int part = 0; part < bytes; part += lane.part().bytes()) {
            if (lane.part() == Lane.F32) {
                Memory.RAW.set(JAVA_FLOAT_UNALIGNED, to + part, Memory.RAW.get(JAVA_FLOAT_UNALIGNED, to + part)
                        + Memory.RAW.get(JAVA_FLOAT_UNALIGNED, from + part));
            } else {
                Memory.RAW.set(JAVA_DOUBLE_UNALIGNED, to + part, Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, to + part)
                        + Memory.RAW.get(JAVA_DOUBLE_UNALIGNED, from + part));
            }
        }
    }
}
