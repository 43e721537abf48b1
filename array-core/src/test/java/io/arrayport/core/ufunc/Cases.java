package io.arrayport.core.ufunc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import io.arrayport.core.backend.Operand;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.loop.CopyLoop;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** What the files of cases from NumPy have in common: how numbers, values and results are written. */
final class Cases {
    /** Elements up to which a result is written in full. */
    private static final int SHORT = 24;

    private Cases() {}

    static List<String> lines(String resource) {
        try (InputStream in = Cases.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long[] numbers(String text) {
        return text.equals("()") ? new long[0] : Arrays.stream(text.split(",")).mapToLong(Long::parseLong).toArray();
    }

    /** SplitMix64: the i-th number, from 1, of a seed. */
    static long random(long seed, long i) {
        long state = i * 0x9E3779B97F4A7C15L + seed;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** The bytes of the result in C order, in hex, or their hash. */
    static String text(Operand result) {
        byte[] bytes = packed(result);
        return result.layout().size() > SHORT ? "#" + String.format("%016x", fnv(bytes))
                : HexFormat.of().formatHex(bytes);
    }

    private static byte[] packed(Operand result) {
        int itemsize = result.dtype().itemsize();
        long bytes = result.layout().size() * itemsize;
        try (Storage copy = Storage.allocate(bytes)) {
            CopyLoop.copy(result.storage().address(), result.layout(), copy.address(),
                    Layout.contiguous(result.shape(), itemsize), itemsize);
            return Memory.segment(copy.address(), bytes).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    private static long fnv(byte[] bytes) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : bytes) {
            hash = (hash ^ b & 0xFF) * 0x100000001B3L;
        }
        return hash;
    }
}
