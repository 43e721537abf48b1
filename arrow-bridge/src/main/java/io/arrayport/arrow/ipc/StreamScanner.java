package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;

import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Finds the messages of an Arrow IPC stream that lies in one piece: what a file's footer would say of it. Looks at each
 * message's metadata; bodies are skipped.
 */
public final class StreamScanner {
    private final FileBytes file;
    private final List<IpcBlock> batches = new ArrayList<>();
    private final List<IpcBlock> dictionaries = new ArrayList<>();
    private final List<Integer> known = new ArrayList<>();
    private @Nullable IpcSchema schema;

    private StreamScanner(FileBytes file) {
        this.file = file;
    }

    /** Whether the bytes are a stream, not a file with a footer. */
    public static boolean isStream(FileBytes file) {
        return FileFrame.isStream(file);
    }

    /**
     * Reads all messages' metadata.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where the stream is cut off, or damaged
     */
    public static IpcFooter read(FileBytes file) {
        return new StreamScanner(file).scan();
    }

    private IpcFooter scan() {
        long at = 0;
        while (at < file.size()) {
            long next = message(at);
            if (next == 0) {
                break;
            }
            at = next;
        }
        IpcSchema found = schema;
        if (found == null) {
            throw file.error("stream: expected a schema first, found the end of the stream");
        }
        return new IpcFooter(found, batches, dictionaries, known);
    }

    /** Where the next message begins; 0 at the mark of the end. */
    private long message(long at) {
        String what = "message at byte " + at;
        String lengthOf = what + ": metadata length";
        int first = file.intAt(lengthOf, at);
        int prefix = first == BatchReader.CONTINUATION ? 2 * Integer.BYTES : Integer.BYTES;
        int length = first == BatchReader.CONTINUATION ? file.intAt(lengthOf, at + Integer.BYTES) : first;
        if (length == 0) {
            return 0;
        }
        if (length < 0) {
            throw file.error("%s: expected bytes from 0, found %d".formatted(lengthOf, length));
        }
        Message message = file.parse(what + ": Message",
                () -> Message.getRootAsMessage(file.buffer(lengthOf, at + prefix, length)));
        return file.parse(what + ": Message", () -> take(what, at, prefix + length, message));
    }

    private long take(String what, long at, int metadata, Message message) {
        FooterReader.requireVersion(file, what, message.version());
        long body = message.bodyLength();
        long end = at + metadata;
        if (body < 0 || body > file.size() - end) {
            throw file.error("%s: bodyLength: expected %d bytes at byte %d, found the end of the stream at byte %d"
                    .formatted(what, body, end, file.size()));
        }
        IpcBlock block = new IpcBlock(at, metadata, body);
        boolean described = schema != null;
        switch (message.headerType()) {
            case MessageHeader.Schema -> schema(what, message, metadata, described);
            case MessageHeader.DictionaryBatch -> dictionaries.add(block);
            case MessageHeader.RecordBatch -> {
                batches.add(block);
                known.add(dictionaries.size());
            }
            default -> throw file.error("%s: header_type: expected a schema, a dictionary or a record batch, found %d"
                    .formatted(what, message.headerType()));
        }
        if (schema == null) {
            throw file.error("%s: header_type: expected the schema first, found %d".formatted(what,
                    message.headerType()));
        }
        return end + body;
    }

    private void schema(String what, Message message, int metadata, boolean described) {
        Schema header = new Schema();
        if (described || message.header(header) == null) {
            throw file.error("%s: expected %s".formatted(what, described ? "one schema, found a second" : "a schema"));
        }
        schema = new SchemaReader(file, metadata).read(header);
    }
}
