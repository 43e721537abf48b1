package io.arrayport.core.loop;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.backend.Op;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.element.StringView;
import io.arrayport.core.kernel.TextTests;
import io.arrayport.core.kernel.UnaryKernel;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** What asks strings of any length: how long they are, whether they are NaN, and of what kind their characters. */
final class StringTests {
    private static final int CONTINUED = 0xC0;
    private static final int CONTINUATION = 0x80;

    private StringTests() {}

    static UnaryKernel of(Op op, StringType type) {
        return switch (op) {
            case ISNAN -> StringKernels.isNan(type);
            case STR_LEN -> lengths(type);
            default -> kinds(op, type);
        };
    }

    private static UnaryKernel lengths(StringType type) {
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                Memory.RAW.set(ValueLayout.JAVA_LONG_UNALIGNED, out + i * outStride, length(type, in + i * inStride));
            }
        };
    }

    private static long length(StringType type, long at) {
        Missing missing = type.missing();
        if (missing != null && StringView.isMissing(type, at)) {
            if (!missing.isText()) {
                throw new IllegalArgumentException("strLen: a missing string (" + missing + ") has no length");
            }
            return missing.asText().codePoints().count();
        }
        int bytes = StringView.length(at);
        long from = StringView.bytes(type, at, bytes);
        long characters = 0;
        for (int i = 0; i < bytes; i++) {
            characters += (Memory.RAW.get(ValueLayout.JAVA_BYTE, from + i) & CONTINUED) == CONTINUATION ? 0 : 1;
        }
        return characters;
    }

    private static UnaryKernel kinds(Op op, StringType type) {
        return (in, inStride, out, outStride, n) -> {
            for (long i = 0; i < n; i++) {
                kind(op, type, in + i * inStride, out + i * outStride);
            }
        };
    }

    private static void kind(Op op, StringType type, long in, long out) {
        Missing missing = type.missing();
        if (missing != null && !missing.isText() && StringView.isMissing(type, in)) {
            if (Missing.isNone(missing)) {
                throw new IllegalArgumentException(op + ": a missing string (None) has no characters to ask for");
            }
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out, (byte) 0);
            return;
        }
        int[] points = StringView.string(type, in).codePoints().toArray();
        boolean ended = points.length == 0 || points[points.length - 1] != 0;
        if (!ended && op != Op.IS_LOWER && op != Op.IS_UPPER && op != Op.IS_TITLE) {
            Memory.RAW.set(ValueLayout.JAVA_BYTE, out, (byte) 0); // a NUL is of no kind
            return;
        }
        try (Storage characters = Storage.allocate((long) points.length * Integer.BYTES)) {
            for (int i = 0; i < points.length; i++) {
                Memory.RAW.set(ValueLayout.JAVA_INT_UNALIGNED, characters.address() + (long) i * Integer.BYTES,
                        points[i]);
            }
            TextTests.of(op, Integer.BYTES, points.length).run(characters.address(), 0, out, 0, 1);
        }
    }
}
