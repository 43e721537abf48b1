package io.arrayport.core.loop;

import java.util.function.LongFunction;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.SortKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;

/** Hands the strips along one axis to the kernel that sorts, those that are not contiguous through a copy. */
final class SortLoop {
    /** How a kernel sorts a strip. */
    interface Sort {
        void run(SortKernel kernel, long at, long n, long room);
    }

    /** How a kernel sorts positions. */
    interface Order {
        void run(SortKernel kernel, long in, long stride, long n, long places, long room);
    }

    /** What is done with a strip of one array, and with that of another, which may be the same. */
    private interface Strips {
        void run(long from, long to);
    }

    private SortLoop() {}

    /** As {@link Backend#sort} or {@link Backend#partition}. */
    static void sort(Backend backend, Operand a, int axis, Sort sort) {
        if (a.layout().size() == 0 || a.layout().dim(axis) < 2) {
            return;
        }
        try (Packed packed = Packed.natively(backend, a)) {
            SortKernel kernel = Ordered.sort("sort", packed.operand().dtype());
            Line line = Line.along(packed.operand(), axis);
            long bytes = Math.addExact(kernel.room(line.n()), line.bytes());
            each(backend, packed.operand(), packed.operand(), axis, bytes, row -> (_, at) -> {
                line.read(at, row);
                sort.run(kernel, line.at(at, row), line.n(), row + line.bytes());
                line.write(row, at);
            });
            if (packed.owned() != null) {
                backend.copy(packed.operand(), a);
            }
        }
    }

    /** As {@link Backend#argsort} or {@link Backend#reorder}. */
    static void order(Backend backend, Operand in, int axis, Operand out, Order order) {
        if (out.layout().size() == 0) {
            return;
        }
        try (Packed packed = Packed.natively(backend, in)) {
            Operand from = packed.operand();
            SortKernel kernel = Ordered.sort("argsort", from.dtype());
            Line line = Line.along(out, axis);
            long stride = from.layout().stride(axis);
            long bytes = Math.addExact(kernel.orderRoom(line.n()), line.bytes());
            each(backend, from, out, axis, bytes, row -> (at, places) -> {
                line.read(places, row);
                order.run(kernel, at, stride, line.n(), line.at(places, row), row + line.bytes());
                line.write(row, places);
            });
        }
    }

    /**
     * @param bytes of room that a thread works in
     * @param strips what is done there with each strip
     */
    private static void each(Backend backend, Operand in, Operand out, int axis, long bytes,
            LongFunction<Strips> strips) {
        long n = in.layout().dim(axis);
        UnaryLoop.rows(n * (Long.SIZE - Long.numberOfLeadingZeros(n)), 1, in.storage().address(),
                in.layout().index(axis, 0), out.storage().address(), out.layout().index(axis, 0), walk -> {
                    try (Storage room = backend.allocate(in.device(), bytes)) {
                        Strips each = strips.apply(room.address());
                        walk.accept((from, fromStep, to, toStep, count) -> {
                            for (long i = 0; i < count; i++) {
                                each.run(from + i * fromStep, to + i * toStep);
                            }
                        });
                    }
                });
    }

    /**
     * Strips of one axis, which are worked on where they lie if they are contiguous, else in a row beside.
     *
     * @param strip from its own address
     */
    private record Line(Layout strip, Layout row, int itemsize) {
        static Line along(Operand operand, int axis) {
            int itemsize = operand.dtype().itemsize();
            Shape shape = Shape.of(operand.layout().dim(axis));
            return new Line(Layout.of(shape, new long[]{operand.layout().stride(axis)}, 0),
                    Layout.contiguous(shape, itemsize), itemsize);
        }

        long n() {
            return row.size();
        }

        boolean lies() {
            return strip.stride(0) == itemsize || n() == 1;
        }

        /** Returns how many bytes the row takes: such that longs lie well behind it. */
        long bytes() {
            return lies() ? 0 : row.endByte(itemsize) + Long.BYTES - 1 & -Long.BYTES;
        }

        long at(long at, long beside) {
            return lies() ? at : beside;
        }

        void read(long at, long beside) {
            if (!lies()) {
                CopyLoop.copy(at, strip, beside, row, itemsize);
            }
        }

        void write(long beside, long at) {
            if (!lies()) {
                CopyLoop.copy(beside, row, at, strip, itemsize);
            }
        }
    }
}
