package io.arrayport.conformance.golden;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** Cases as the files write them. */
final class CaseText {
    private CaseText() {}

    /** A case that calls {@code call} of {@link Impostor} with one argument; {@code rest} are its further fields. */
    static String line(String call, String argument, String rest) {
        return "{\"id\":\"it\",\"name\":\"numpy.it\",\"call\":\"" + call + "\",\"args\":[" + argument
                + "],\"covers\":[\"value\"]," + rest + "}";
    }

    static String f8(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return array("<f8", values.length, bytes, "");
    }

    static String f4(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return array("<f4", values.length, bytes, "");
    }

    /** 16-bit elements by their bits: float16, bfloat16. */
    static String bits16(String dtype, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return array(dtype, values.length, bytes, "");
    }

    static String c16(double... parts) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * parts.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(parts);
        return array("<c16", parts.length / 2, bytes, "");
    }

    static String i4(int... values) {
        return i4("[" + values.length + "]", "", values);
    }

    /** @param more further fields with a comma before each: strides, offset, readonly */
    static String i4(String shape, String more, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        return array("<i4", shape, bytes, more);
    }

    private static String array(String dtype, int length, ByteBuffer bytes, String more) {
        return array(dtype, "[" + length + "]", bytes, more);
    }

    private static String array(String dtype, String shape, ByteBuffer bytes, String more) {
        return "{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + more + ",\"data\":\""
                + Base64.getEncoder().encodeToString(bytes.array()) + "\"}";
    }
}
