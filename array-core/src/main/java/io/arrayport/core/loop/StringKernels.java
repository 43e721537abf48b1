package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.kernel.ArgKernel;
import io.arrayport.core.kernel.BinaryKernel;
import io.arrayport.core.kernel.CountKernel;
import io.arrayport.core.kernel.OrderSign;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;
import org.jspecify.annotations.Nullable;

/** What compares, joins and asks strings of any length; the types know where the bytes of long ones lie. */
final class StringKernels {
    private StringKernels() {}

    private static void put(long at, boolean truth) {
        Memory.RAW.set(ValueLayout.JAVA_BYTE, at, (byte) (truth ? 1 : 0));
    }

    /** That something is not defined of what is missing. */
    static IllegalArgumentException undefined(String operation, StringType type) {
        return new IllegalArgumentException(isUndefined(operation, type));
    }

    private static String isUndefined(String operation, StringType type) {
        return operation + ": of a missing string (" + type.missing()
                + ") it is not defined; use a dtype with Missing.NAN or a text, or leave these elements out";
    }

    /** Returns a comparison; a NaN is not even equal to itself, None only to None. */
    static BinaryKernel compare(Op op, StringType left, StringType right) {
        boolean equality = op == Op.EQUAL || op == Op.NOT_EQUAL;
        Missing missing = missing(left, right);
        if (equality && (missing == null || !missing.isText())) {
            return equal(op == Op.EQUAL, missing, left, right);
        }
        OrderSign wanted = OrderSign.of(op);
        StringOrder order = new StringOrder(left, right);
        boolean nan = Missing.isNan(missing);
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long one = a + i * aStride;
                long other = b + i * bStride;
                put(out + i * outStride, (!nan || isThere(left, one, right, other))
                        && wanted.is(order.compare(one, other)));
            }
        };
    }

    private static @Nullable Missing missing(StringType left, StringType right) {
        return left.missing() != null ? left.missing() : right.missing();
    }

    private static boolean isThere(StringType left, long a, StringType right, long b) {
        return !StringView.isMissing(left, a) && !StringView.isMissing(right, b);
    }

    private static BinaryKernel equal(boolean wanted, @Nullable Missing missing,
            StringType left, StringType right) {
        boolean nan = Missing.isNan(missing);
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long one = a + i * aStride;
                long other = b + i * bStride;
                boolean unordered = nan && !isThere(left, one, right, other);
                put(out + i * outStride, !unordered && StringView.equal(left, one, right, other) == wanted);
            }
        };
    }

    /** Returns what writes the greater string, or the less. */
    static BinaryKernel extremum(Op op, StringType left, StringType right, StringType to) {
        StringOrder order = new StringOrder(left, right);
        int sign = op == Op.MAXIMUM ? 1 : -1;
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long one = a + i * aStride;
                long other = b + i * bStride;
                boolean first = order.compare(one, other) * sign >= 0;
                copy(first ? left : right, first ? one : other, to, out + i * outStride);
            }
        };
    }

    private static void copy(StringType from, long in, StringType to, long out) {
        if (!from.heap().equals(to.heap()) || in != out) {
            StringView.copy(from, in, to, out);
        }
    }

    /** Returns what writes one string behind another; beside a NaN a NaN. */
    static BinaryKernel join(StringType left, StringType right, StringType to) {
        Missing missing = missing(left, right);
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long one = a + i * aStride;
                long other = b + i * bStride;
                if (missing == null || isThere(left, one, right, other)) {
                    join(left, one, right, other, to, out + i * outStride);
                } else if (Missing.isNan(missing)) {
                    StringView.putMissing(out + i * outStride);
                } else if (missing.isText()) {
                    StringView.put(to, out + i * outStride, StringView.string(left, one)
                            + StringView.string(right, other));
                } else {
                    throw undefined("add", to);
                }
            }
        };
    }

    private static void join(StringType left, long a, StringType right, long b, StringType to, long out) {
        int first = StringView.length(a);
        int second = StringView.length(b);
        long one = StringView.bytes(left, a, first);
        long other = StringView.bytes(right, b, second);
        int all = fitting("add", (long) first + second);
        if (all <= StringType.INLINE) {
            StringView.putJoined(a, b, out);
            return;
        }
        StringView.put(to, out, all, at -> {
            Memory.copy(one, at, first);
            Memory.copy(other, at + first, second);
        });
    }

    private static int fitting(String operation, long bytes) {
        if (bytes > Integer.MAX_VALUE) {
            throw new MemoryBudgetException(operation + ": a string of " + bytes + " bytes is longer than strings can "
                    + "be, " + Integer.MAX_VALUE);
        }
        return (int) bytes;
    }

    /**
     * Returns what writes a string so many times.
     *
     * @param swapped whether the numbers, int64, come first
     */
    static BinaryKernel repeat(StringType from, StringType to, boolean swapped) {
        return (a, aStride, b, bStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                long text = swapped ? b + i * bStride : a + i * aStride;
                long times = Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED,
                        swapped ? a + i * aStride : b + i * bStride);
                repeat(from, text, times, to, out + i * outStride);
            }
        };
    }

    private static void repeat(StringType from, long in, long times, StringType to, long out) {
        Missing missing = from.missing();
        if (missing != null && StringView.isMissing(from, in)) {
            if (Missing.isNan(missing)) {
                StringView.putMissing(out);
            } else if (missing.isText()) {
                byte[] text = missing.asText().getBytes(StandardCharsets.UTF_8);
                int all = fitting("multiply", product(text.length, times));
                StringView.put(to, out, missing.asText().repeat(text.length == 0 ? 0 : all / text.length));
            } else {
                throw new DTypeException(isUndefined("multiply", from));
            }
            return;
        }
        int length = StringView.length(in);
        long bytes = StringView.bytes(from, in, length);
        int all = fitting("multiply", product(length, times));
        if (all <= StringType.INLINE) {
            StringView.putRepeated(in, length == 0 ? 0 : all / length, out);
            return;
        }
        StringView.put(to, out, all, at -> {
            for (int done = 0; done < all; done += length) {
                Memory.copy(bytes, at + done, length);
            }
        });
    }

    private static long product(int length, long times) {
        return length == 0 || times <= 0 ? 0 : times > Integer.MAX_VALUE ? Long.MAX_VALUE : length * times;
    }

    /** Returns what asks whether a string is NaN. */
    static UnaryKernel isNan(StringType type) {
        boolean nan = Missing.isNan(type.missing());
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                put(out + i * outStride, nan && StringView.isMissing(type, in + i * inStride));
            }
        };
    }

    /** Returns what finds the greatest string, by MAXIMUM, or the least, by MINIMUM. */
    static ArgKernel arg(Op op, StringType type) {
        StringOrder order = new StringOrder(type);
        int wanted = op == Op.MAXIMUM ? 1 : -1;
        return (in, stride, n) -> {
            long best = 0;
            for (long i = 1; i < n; i++) {
                // As NumPy: of several NaN, the greatest is the last
                boolean nan = wanted > 0 && Missing.isNan(type.missing())
                        && StringView.isMissing(type, in + i * stride);
                if (nan || Integer.signum(order.compare(in + i * stride, in + best * stride)) == wanted) {
                    best = i;
                }
            }
            return best;
        };
    }

    /** Returns what counts strings that are true. */
    static CountKernel count(StringType type) {
        return (in, inStride, acc, accStride, n) -> {
            for (long i = 0; i < n; i++) {
                if (StringCasts.isTrue(type, in + i * inStride)) {
                    long at = acc + i * accStride;
                    Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, at,
                            1 + Memory.RAW.get(ValueLayout.JAVA_LONG_UNALIGNED, at));
                }
            }
        };
    }
}
