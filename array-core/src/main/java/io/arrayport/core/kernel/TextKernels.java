package io.arrayport.core.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.arrayport.core.backend.Op;

/** What compares and finds strings of one width, without making objects of them. */
public final class TextKernels {
    private static final AtomicReferenceArray<TextKernel> MADE = new AtomicReferenceArray<>(2 * TextOp.values().length);

    private TextKernels() {}

    /**
     * Returns the loop of an operation; made when it is first asked for.
     *
     * @param unit bytes of a character: 1, or 4 in native order
     */
    public static TextKernel of(TextOp op, int unit) {
        int row = 2 * op.ordinal() + (unit == 1 ? 0 : 1);
        TextKernel kernel = MADE.get(row);
        if (kernel == null) {
            MADE.compareAndSet(row, null, make(op, unit));
            kernel = MADE.get(row);
        }
        return kernel;
    }

    private static TextKernel make(TextOp op, int unit) {
        return !op.isVectored() ? op.specialise(unit)
                : Simd.isRaced() ? new RacedText(op, unit) : Simd.provider().text(op, unit, op.specialise(unit));
    }

    /** Returns a bound of a slice: counted from the end if negative; beyond the end it stays there. */
    public static int bound(long bound, int length) {
        return (int) Math.min(Math.max(0, bound < 0 ? bound + length : bound), length + 1L);
    }

    /** Whether the bounds at these addresses are those of all that elements have room for. */
    static boolean isWhole(long first, long last, long width) {
        return Raw.i64(first) >= 0 && Raw.i64(last) >= width;
    }

    /**
     * Returns the comparison of strings of two widths.
     *
     * @param unit bytes of a character: 1, or 4 in native order
     */
    public static BinaryKernel compare(Op op, int unit, int leftLength, int rightLength) {
        OrderSign wanted = OrderSign.of(op);
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                int sign = TextOrder.compare(unit, a + i * aStride, leftLength, b + i * bStride, rightLength);
                Raw.i8(out + i * outStride, (byte) (wanted.is(sign) ? 1 : 0));
            }
        };
    }

    /** Returns what writes one string behind another. */
    public static BinaryKernel join(int unit, int leftLength, int rightLength) {
        TextOrder left = new TextOrder(unit, leftLength);
        int bytes = unit * (leftLength + rightLength);
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long to = out + i * outStride;
                int first = unit * left.end(a + i * aStride);
                Raw.copy(a + i * aStride, to, first);
                Raw.copy(b + i * bStride, to + first, (long) unit * rightLength);
                Raw.MEMORY.asSlice(to + first + (long) unit * rightLength,
                        bytes - first - (long) unit * rightLength).fill((byte) 0);
            }
        };
    }

    /** Returns what finds the greatest string, by MAXIMUM, or the least, by MINIMUM. */
    public static ArgKernel arg(Op op, int unit, int length) {
        TextOrder order = new TextOrder(unit, length);
        int wanted = op == Op.MAXIMUM ? 1 : -1;
        return (in, stride, n) -> {
            long best = 0;
            for (long i = 1; i < n; i++) {
                if (Integer.signum(order.compare(in + i * stride, in + best * stride)) == wanted) {
                    best = i;
                }
            }
            return best;
        };
    }

    /** Returns what counts strings that have characters. */
    public static CountKernel count(int unit, int length) {
        TextOrder order = new TextOrder(unit, length);
        return (in, inStride, acc, accStride, n) -> {
            for (long i = 0; i < n; i++) {
                long at = acc + i * accStride;
                Raw.i64(at, Raw.i64(at) + (order.isEmpty(in + i * inStride) ? 0 : 1));
            }
        };
    }

    /** Returns what finds strings among sorted ones of the same width. */
    public static SearchKernel search(int unit, int length) {
        return new OrderSearch(new TextOrder(unit, length));
    }

    /** Returns the order of strings of one width. */
    public static ElementOrder order(int unit, int length) {
        return new TextOrder(unit, length);
    }
}
