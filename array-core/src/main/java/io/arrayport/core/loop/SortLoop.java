package io.arrayport.core.loop;

import java.nio.ByteOrder;
import java.util.function.LongFunction;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.kernel.SortKernel;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;

/** Hands the strips along one axis to the kernel that sorts, those that are not contiguous through a copy. */
final class SortLoop {
    /** How a kernel sorts a strip. */
    interface Sort {
        void run(SortKernel kernel, long from, long at, long n, long room);

        /** As {@link SortKernel#columns}. */
        default boolean columns(SortKernel kernel, long from, long at, long step, long n, long count, long room) {
            return false;
        }
    }

    /** All of it. */
    static final Sort WHOLE = new Sort() {
        @Override
        public void run(SortKernel kernel, long from, long at, long n, long room) {
            kernel.sort(from, at, n, room);
        }

        @Override
        public boolean columns(SortKernel kernel, long from, long at, long step, long n, long count, long room) {
            return kernel.columns(from, at, step, n, count, room);
        }
    };

    /** As much of it as brings elements to {@code ranks}. */
    static Sort parted(long[] ranks) {
        return (kernel, from, at, n, room) -> kernel.part(from, at, n, ranks, room);
    }

    /** How a kernel sorts positions. */
    interface Order {
        void run(SortKernel kernel, long in, long stride, long n, long places, long room);
    }

    /** What is done with one strip of several. */
    private interface Task {
        void run(long i, long at);
    }

    private SortLoop() {}

    /** As {@link Backend#sort(Operand, int)} or {@link Backend#partition(Operand, int, long[])}. */
    static void sort(Backend backend, Operand a, int axis, Sort sort) {
        if (a.layout().size() == 0 || a.layout().dim(axis) < 2) {
            return;
        }
        try (Packed packed = Packed.natively(backend, a)) {
            SortKernel kernel = Ordered.sort("sort", packed.operand().dtype());
            Line line = Line.along(packed.operand(), axis);
            strips(backend, packed.operand(), packed.operand(), axis, kernel, line, sort);
            if (packed.owned() != null) {
                backend.copy(packed.operand(), a);
            }
        }
    }

    /** As {@link Backend#sort(Operand, int, Operand)} or {@link Backend#partition(Operand, int, long[], Operand)}. */
    static void sort(Backend backend, Operand in, int axis, Operand out, Sort sort) {
        Line line = Line.along(out, axis);
        boolean read = Line.along(in, axis).equals(line)
                && in.dtype().equals(in.dtype().withOrder(ByteOrder.nativeOrder()));
        if (read && line.n() > 1 && out.layout().size() > 0) {
            strips(backend, in, out, axis, Ordered.sort("sort", in.dtype()), line, sort);
        } else {
            backend.copy(in, out);
            sort(backend, out, axis, sort);
        }
    }

    /** Sorts strips where they lie, or on their way from where they lie alike. */
    private static void strips(Backend backend, Operand in, Operand out, int axis, SortKernel kernel, Line line,
            Sort sort) {
        long strips = Math.addExact(kernel.room(line.n()), line.bytes());
        long bytes = line.lies() ? strips : Math.max(strips, SortKernel.columnRoom(line.n()));
        each(backend, in, out, axis, bytes, room -> (from, fromStep, at, step, count) -> {
            boolean done = line.isColumn(fromStep, step)
                    && sort.columns(kernel, from, at, line.stride(), line.n(), count, room);
            if (!done) {
                line.each(from, fromStep, at, step, count, room, (i, strip) -> sort.run(kernel,
                        line.lies() ? from + i * fromStep : strip, strip, line.n(), room + line.bytes()));
            }
        });
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
            each(backend, from, out, axis, bytes, room -> (at, atStep, places, step, count) -> line.each(places, step,
                    places, step, count, room, (i, strip) -> order.run(kernel, at + i * atStep, stride, line.n(), strip,
                            room + line.bytes())));
        }
    }

    /**
     * @param bytes of room that a thread works in
     * @param strips what is done there with each strip
     */
    private static void each(Backend backend, Operand in, Operand out, int axis, long bytes,
            LongFunction<UnaryKernel> strips) {
        UnaryLoop.Lender lender = walk -> {
            if (Scratch.isKept(bytes)) {
                try (Scratch room = Scratch.of(bytes)) {
                    walk.accept(strips.apply(room.address()));
                }
                return;
            }
            try (Storage room = backend.allocate(in.device(), bytes)) {
                walk.accept(strips.apply(room.address()));
            }
        };
        long from = in.storage().address();
        long to = out.storage().address();
        if (in.layout().ndim() == 1) { // one strip: there are no axes to think of
            lender.lend(kernel -> kernel.run(from + in.layout().offset(), 0, to + out.layout().offset(), 0, 1));
            return;
        }
        long n = in.layout().dim(axis);
        UnaryLoop.rows(n * (Long.SIZE - Long.numberOfLeadingZeros(n)), 1, from, in.layout().index(axis, 0), to,
                out.layout().index(axis, 0), lender);
    }

    /**
     * Strips of one axis, which are worked on where they lie if they are contiguous, else in rows beside, some at a
     * time: strips that lie side by side are read and written by whole cache lines.
     *
     * @param stride from one element of a strip to the next
     */
    private record Line(long n, long stride, int itemsize) {
        /** Bytes that a core's own caches hold beside what sorting takes. */
        private static final long NEAR = 1 << 17;
        /** Strips that fill a cache line and more. */
        private static final long MOST = 64;

        static Line along(Operand operand, int axis) {
            return new Line(operand.layout().dim(axis), operand.layout().stride(axis), operand.dtype().itemsize());
        }

        private boolean lies() {
            return stride == itemsize || n == 1;
        }

        /** Bytes from one row to the next: such that longs lie well behind it. */
        private long rowBytes() {
            return n * itemsize + Long.BYTES - 1 & -Long.BYTES;
        }

        private long atOnce() {
            return Math.clamp(NEAR / Math.max(1, rowBytes()), 1, MOST);
        }

        /** Returns how many bytes the rows take. */
        long bytes() {
            return lies() ? 0 : Math.multiplyExact(rowBytes(), atOnce());
        }

        /** Whether elements of one are neighbours of the next one's. */
        boolean isColumn(long fromStep, long step) {
            return !lies() && fromStep == itemsize && step == itemsize;
        }

        /** @param from where strips are that are copied to rows first */
        void each(long from, long fromStep, long at, long step, long count, long room, Task task) {
            for (long first = 0; first < count; first += atOnce()) {
                long some = Math.min(atOnce(), count - first);
                if (lies()) {
                    for (long i = first; i < first + some; i++) {
                        task.run(i, at + i * step);
                    }
                } else {
                    Layout read = Layout.of(Shape.of(some, n), new long[]{fromStep, stride}, 0);
                    Layout strips = Layout.of(Shape.of(some, n), new long[]{step, stride}, 0);
                    Layout rows = Layout.of(Shape.of(some, n), new long[]{rowBytes(), itemsize}, 0);
                    CopyLoop.copy(from + first * fromStep, read, room, rows, itemsize);
                    for (long i = 0; i < some; i++) {
                        task.run(first + i, room + i * rowBytes());
                    }
                    CopyLoop.copy(room, rows, at + first * step, strips, itemsize);
                }
            }
        }
    }
}
