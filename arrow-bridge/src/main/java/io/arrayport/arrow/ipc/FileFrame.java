package io.arrayport.arrow.ipc;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The frame around an Arrow IPC file: {@code ARROW1}, two bytes of padding, the messages, the footer, its length,
 * {@code ARROW1}.
 *
 * @param footerOffset file offset of the footer; messages end here at the latest
 * @param footerLength bytes of the footer
 */
public record FileFrame(long footerOffset, int footerLength) {
    static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);
    /** The leading magic is padded to 8 bytes. */
    static final int HEAD = 8;
    private static final int TAIL = Integer.BYTES + MAGIC.length;
    private static final int SHOWN = 8;

    /** Whether the file begins as a stream does: with a message, not with the file's magic. */
    static boolean isStream(FileBytes file) {
        return file.size() >= Integer.BYTES && file.intAt("first bytes", 0) == BatchReader.CONTINUATION;
    }

    /** Finds the footer, or says what the file is instead. */
    static FileFrame of(FileBytes file) {
        long size = file.size();
        if (size == 0) {
            throw file.error("expected an Arrow IPC file, found an empty file");
        }
        requireHead(file);
        if (size < HEAD + TAIL || !magicAt(file, size - MAGIC.length)) {
            throw file.error(
                    ("expected ARROW1 in the last 6 bytes, found %s: "
                            + "the file is truncated at %d bytes, or its writer was not closed")
                            .formatted(hex(file, Math.max(0, size - MAGIC.length)), size));
        }
        int length = file.intAt("footer length", size - TAIL);
        long offset = size - TAIL - length;
        if (length <= 0 || offset < HEAD) {
            throw file.error("footer length at byte %d: expected 1 to %d, found %d".formatted(size - TAIL,
                    size - TAIL - HEAD, length));
        }
        return new FileFrame(offset, length);
    }

    private static void requireHead(FileBytes file) {
        if (magicAt(file, 0)) {
            return;
        }
        if (startsWith(file, "FEA1")) {
            throw file.error(
                    "expected an Arrow IPC file (ARROW1), found Feather version 1 (FEA1): "
                            + "write it again as Feather version 2, uncompressed");
        }
        if (startsWith(file, "PAR1")) {
            throw file.error(
                    "expected an Arrow IPC file (ARROW1), found Parquet (PAR1), which is encoded and cannot be mapped: "
                            + "convert it to Arrow IPC");
        }
        int known = (int) Math.min(file.size(), MAGIC.length);
        if (known < MAGIC.length && startsWith(file, new String(MAGIC, 0, known, StandardCharsets.US_ASCII))) {
            throw file.error(
                    "expected an Arrow IPC file, found only %d bytes: the file is truncated".formatted(file.size()));
        }
        throw file.error(
                "expected an Arrow IPC file, which begins with ARROW1 (41 52 52 4f 57 31), found " + hex(file, 0));
    }

    private static boolean magicAt(FileBytes file, long offset) {
        if (file.size() - offset < MAGIC.length) {
            return false;
        }
        for (int i = 0; i < MAGIC.length; i++) {
            if (file.byteAt(offset + i) != MAGIC[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(FileBytes file, String text) {
        if (file.size() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (file.byteAt(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String hex(FileBytes file, long offset) {
        byte[] shown = new byte[(int) Math.min(SHOWN, file.size() - offset)];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = file.byteAt(offset + i);
        }
        return HexFormat.ofDelimiter(" ").formatHex(shown);
    }
}
