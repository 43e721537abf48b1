package io.arrayport.arrow.ipc;

/**
 * Where one message lies in the file, as the footer states it.
 *
 * @param offset file offset of the message
 * @param metadataLength bytes of its metadata, with length prefix and padding; the body follows
 * @param bodyLength bytes of its body
 */
public record IpcBlock(long offset, int metadataLength, long bodyLength) {
    /** File offset of the body. */
    public long bodyOffset() {
        return offset + metadataLength;
    }
}
