package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the footer of an Arrow IPC file: all that opening one needs. */
public final class FooterReader {
    private static final int BLOCK_BYTES = 24;

    private FooterReader() {}

    /**
     * Reads and checks the footer.
     *
     * @throws io.arrayport.core.error.ForeignDescriptorException where the file is not an Arrow IPC file, is truncated,
     *     or its footer is damaged
     */
    public static IpcFooter read(FileBytes file) {
        FileFrame frame = FileFrame.of(file);
        String what = "footer at byte " + frame.footerOffset();
        Footer footer = file.parse(what,
                () -> Footer.getRootAsFooter(file.buffer(what, frame.footerOffset(), frame.footerLength())));
        requireVersion(file, what, file.parse(what + ": version", footer::version));
        @Nullable
        Schema schema = file.parse(what + ": schema", footer::schema);
        if (schema == null) {
            throw file.error(what + ": expected a schema, found none");
        }
        IpcSchema fields = file.parse(what + ": schema",
                () -> new SchemaReader(file, frame.footerLength()).read(schema));
        List<IpcBlock> batches = file.parse(what + ": recordBatches", () -> blocks(file, frame, footer));
        List<IpcBlock> dictionaries = file.parse(what + ": dictionaries", () -> dictionaries(file, frame, footer));
        return new IpcFooter(fields, batches, dictionaries, Collections.nCopies(batches.size(), dictionaries.size()));
    }

    static void requireVersion(FileBytes file, String what, short version) {
        if (version != MetadataVersion.V4 && version != MetadataVersion.V5) {
            throw file.error("%s: expected metadata version V4 or V5, found V%d".formatted(what, version + 1));
        }
    }

    private static List<IpcBlock> blocks(FileBytes file, FileFrame frame, Footer footer) {
        return blocks(file, frame, "recordBatches", footer.recordBatchesLength(), footer::recordBatches);
    }

    private static List<IpcBlock> dictionaries(FileBytes file, FileFrame frame, Footer footer) {
        return blocks(file, frame, "dictionaries", footer.dictionariesLength(), footer::dictionaries);
    }

    private static List<IpcBlock> blocks(FileBytes file, FileFrame frame, String kind, int count,
            IntFunction<Block> get) {
        if (count < 0 || count > frame.footerLength() / BLOCK_BYTES) {
            throw file.error("footer: a footer of %d bytes cannot list %d %s"
                    .formatted(frame.footerLength(), count, kind));
        }
        List<IpcBlock> blocks = new ArrayList<>(count);
        // Each block is smaller than the file, so that the sum cannot overflow before it is refused
        long room = frame.footerOffset() - FileFrame.HEAD;
        for (int i = 0; i < count; i++) {
            Block block = get.apply(i);
            IpcBlock next = checked(file, frame, kind + "[" + i + "]",
                    new IpcBlock(block.offset(), block.metaDataLength(), block.bodyLength()));
            room -= next.metadataLength() + next.bodyLength();
            if (room < 0) {
                throw file.error("footer: %s overlap: [%d] and those before it take more than the file"
                        .formatted(kind, i));
            }
            blocks.add(next);
        }
        return blocks;
    }

    private static IpcBlock checked(FileBytes file, FileFrame frame, String what, IpcBlock block) {
        boolean starts = block.offset() >= FileFrame.HEAD && block.offset() < frame.footerOffset();
        long room = frame.footerOffset() - block.offset();
        boolean fits = starts && block.metadataLength() > 0 && block.metadataLength() <= room && block.bodyLength() >= 0
                && block.bodyLength() <= room - block.metadataLength();
        if (!fits) {
            throw file.error(
                    ("footer: %s should lie between byte %d and byte %d, "
                            + "found offset %d, metaDataLength %d, bodyLength %d")
                            .formatted(what, FileFrame.HEAD, frame.footerOffset(), block.offset(),
                                    block.metadataLength(), block.bodyLength()));
        }
        return block;
    }
}
