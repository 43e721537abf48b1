package io.arrayport.conformance.fuzz.cases;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** The metadata of an {@code ArrowSchema}: counts and lengths in the bytes themselves, and nothing says its end. */
final class ArrowMetadata {
    /** Beyond it nobody believes a length. */
    private static final long UNBELIEVABLE = 1L << 26;
    private static final int[] EDGES = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 1 << 27, 0, 1};

    private ArrowMetadata() {}

    static byte[] sound(SplittableRandom random) {
        ByteBuffer bytes = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        int pairs = random.nextInt(4);
        bytes.putInt(pairs);
        for (int i = 0; i < pairs; i++) {
            text(bytes, "key " + i);
            text(bytes, "wörth".repeat(random.nextInt(3)));
        }
        byte[] metadata = new byte[bytes.position()];
        bytes.flip().get(metadata);
        return metadata;
    }

    private static void text(ByteBuffer bytes, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes.putInt(utf8.length).put(utf8);
    }

    /** The same with one thing changed: a count, a length, a byte, or the end. */
    static byte[] damaged(SplittableRandom random, byte... sound) {
        byte[] bytes = sound.clone();
        if (random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        } else {
            int at = random.nextInt(bytes.length - Integer.BYTES + 1);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(random.nextBoolean() ? 0 : at,
                    EDGES[random.nextInt(EDGES.length)]);
        }
        return bytes;
    }

    /**
     * Whether a reader that follows the counts and lengths stays inside, or meets one that it cannot believe: what else
     * leads beyond the end is as a wild pointer.
     */
    static boolean ends(byte... bytes) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < Integer.BYTES) {
            return false;
        }
        long pairs = words.getInt();
        if (pairs < 0 || pairs > UNBELIEVABLE / 8) {
            return true;
        }
        for (long i = 0; i < 2 * pairs; i++) {
            if (words.remaining() < Integer.BYTES) {
                return false;
            }
            long length = words.getInt();
            if (length < 0 || length > UNBELIEVABLE) {
                return true;
            }
            if (length > words.remaining()) {
                return false;
            }
            words.position(words.position() + (int) length);
        }
        return true;
    }
}
