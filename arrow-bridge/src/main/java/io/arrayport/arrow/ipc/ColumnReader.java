package io.arrayport.arrow.ipc;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.ColumnParts;
import io.arrayport.arrow.column.Owner;
import io.arrayport.arrow.ipc.ColumnSpan.Span;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowType;
import io.arrayport.arrow.type.BufferLayout;
import io.arrayport.arrow.type.Compression;
import io.arrayport.arrow.type.TypeLayout;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.CopyPolicy;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.memory.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a mapped file, as views of the mapping: the border between what a file claims and what an array may touch.
 *
 * <p>A damaged column is a ForeignDescriptorException; a sound one that cannot be used as it lies is a
 * ZeroCopyException with the remedy.
 */
public final class ColumnReader {
    /** Dictionaries whose values count in other dictionaries: a file could tie them in a ring. */
    private static final int MAX_DEPTH = 16;

    private final FileBytes file;
    private final IpcFooter footer;
    private final Storage storage;
    private final Owner owner;

    /** @param storage whose byte 0 is the file's */
    public ColumnReader(FileBytes file, IpcFooter footer, Storage storage) {
        this.file = file;
        this.footer = footer;
        this.storage = storage;
        this.owner = new Owner(List.of(storage));
    }

    /**
     * Column {@code column} of record batch {@code index}, whose metadata is {@code batch}.
     *
     * @throws ZeroCopyException where it is compressed, big-endian, or stands behind a column of an unknown type
     * @throws io.arrayport.core.error.ForeignDescriptorException where it is damaged
     */
    public ArrowColumn read(IpcBatch batch, int index, int column) {
        return read(batch, index, column, new Buffers.Borrowed(file, storage), owner);
    }

    /**
     * As {@link #read}, with a life of its own: in memory that is the column's, or that it keeps the mapping for.
     *
     * @param policy whether buffers may be copied, which those that are compressed have to be
     */
    public ArrowColumn take(IpcBatch batch, int index, int column, CopyPolicy policy) {
        Owner own = new Owner();
        try {
            Buffers.Owned buffers = new Buffers.Owned(file, storage, own, policy);
            ArrowColumn taken = read(batch, index, column, buffers, own);
            buffers.report(taken.field().name());
            return taken;
        } catch (RuntimeException | Error refused) {
            own.close();
            throw refused;
        }
    }

    /** What {@link #take} would do: the bytes are those that compressed buffers claim to have. */
    public ExchangePlan plan(IpcBatch batch, int index, int column) {
        ColumnSpan span = batch.columns().get(column);
        String target = "column \"" + span.field().name() + "\"";
        Buffers any = new Buffers.Owned(file, storage, new Owner(), CopyPolicy.IF_NEEDED);
        try {
            long bytes = new Reading(batch, footer.known().get(index), 0, any, owner)
                    .unpacked("%s, column %d".formatted(batch.what(), column), span);
            return bytes == 0 ? ExchangePlan.zeroCopy(target, "nobody: the file is mapped privately")
                    : new ExchangePlan(ExchangePlan.Outcome.NEEDS_COPY, target, bytes, "",
                            "its buffers are compressed (" + batch.compression() + ")",
                            "toArrowColumn(column, CopyPolicy.IF_NEEDED), which copies " + bytes + " bytes");
        } catch (ZeroCopyException refusal) {
            return ExchangePlan.refused(target, String.valueOf(refusal.getMessage()), "");
        }
    }

    private ArrowColumn read(IpcBatch batch, int index, int column, Buffers buffers, Owner keeper) {
        ColumnSpan span = batch.columns().get(column);
        String where = "%s, column %d".formatted(batch.what(), column);
        if (span.known() && span.length() != batch.rows()) {
            throw file.error("%s: length: expected %d rows as in the batch, found %d".formatted(
                    named(where, span.field()), batch.rows(), span.length()));
        }
        return new Reading(batch, footer.known().get(index), 0, buffers, keeper).column(where, span);
    }

    private static String named(String where, ArrowField field) {
        return where + " (\"" + field.name() + "\")";
    }

    /** One batch being read, with the dictionaries that count for it. */
    private final class Reading {
        private final IpcBatch batch;
        private final int dictionaries;
        private final int depth;
        private final Buffers source;
        private final Owner keeper;

        Reading(IpcBatch batch, int dictionaries, int depth, Buffers source, Owner keeper) {
            this.batch = batch;
            this.dictionaries = dictionaries;
            this.depth = depth;
            this.source = source;
            this.keeper = keeper;
        }

        ArrowColumn column(String where, ColumnSpan span) {
            String name = named(where, span.field());
            requireUsable(name, span);
            BufferLayout layout = TypeLayout.buffers(span.field().type());
            List<Span> all = span.buffers();
            int first = layout.hasValidity() ? 1 : 0;
            @Nullable
            ArrowBuffer validity = first == 0 ? null : validity(name, span);
            List<ArrowBuffer> buffers = new ArrayList<>(all.size());
            for (int i = first; i < all.size(); i++) {
                buffers.add(buffer(name, i == 1 && layout == BufferLayout.FIXED ? "values buffer" : "buffer " + i,
                        all.get(i)));
            }
            List<ArrowColumn> children = new ArrayList<>(span.children().size());
            for (ColumnSpan child : span.children()) {
                children.add(column(where, child));
            }
            return new ColumnParts(file.message(where), span.field(), span.length(), 0, validity, buffers, children,
                    span.field().type() instanceof ArrowType.Dictionary type ? values(name, type) : null, keeper)
                    .column();
        }

        /**
         * A bitmap is taken even where the count says that there are no nulls: a wrong count would show up as wrong
         * values, and nowhere else.
         */
        private @Nullable ArrowBuffer validity(String name, ColumnSpan span) {
            Span bitmap = span.buffers().getFirst();
            if (bitmap.length() == 0) {
                if (span.nullCount() > 0) {
                    throw file.error(
                            "%s: null_count: %d nulls, but no validity buffer that says which".formatted(name,
                                    span.nullCount()));
                }
                return null;
            }
            return buffer(name, "validity buffer", bitmap);
        }

        private ArrowColumn values(String name, ArrowType.Dictionary type) {
            Reading rows = dictionary(name, type);
            return rows.column(rows.batch.what(), rows.batch.columns().getFirst());
        }

        private ArrowBuffer buffer(String name, String what, Span span) {
            requireInside(name, what, span);
            return source.buffer(name + ": " + what, batch.compression(), batch.bodyOffset() + span.offset(),
                    span.length());
        }

        private void requireInside(String name, String what, Span span) {
            if (span.offset() < 0 || span.length() < 0 || span.offset() > batch.bodyLength() - span.length()) {
                throw file.error(("%s: %s: expected to lie inside the body of %d bytes at byte %d, "
                        + "found offset %d, length %d").formatted(name, what, batch.bodyLength(), batch.bodyOffset(),
                                span.offset(), span.length()));
            }
        }

        private void requireUsable(String name, ColumnSpan span) {
            if (!span.known()) {
                throw TypeLayout.buffers(span.field().type()) == BufferLayout.UNKNOWN
                        ? refusal(name, "has type %s".formatted(span.field().type()),
                                "write it as a type that this reader knows")
                        : refusal(name,
                                "stands behind a column of a type that this reader does not know, and cannot be found",
                                "write the unknown column last, or not at all");
            }
            if (batch.compression() != Compression.NONE && !source.mayUnpack()) {
                throw refusal(name, "is compressed (%s)".formatted(batch.compression()),
                        "toArrowColumn(column, CopyPolicy.IF_NEEDED) copies it, or write the file uncompressed");
            }
            if (footer.schema().bigEndian() && hasOrder(span.field().type())) {
                throw refusal(name, "is big-endian",
                        "write the file on a little-endian machine, or let its writer swap the bytes");
            }
        }

        /** Bytes that would be unpacked, here and below. */
        long unpacked(String where, ColumnSpan span) {
            String name = named(where, span.field());
            requireUsable(name, span);
            long bytes = 0;
            for (Span buffer : span.buffers()) {
                requireInside(name, "buffer", buffer);
                if (batch.compression() != Compression.NONE && buffer.length() > 0) {
                    bytes += Math.max(0, claimed(name, buffer));
                }
            }
            for (ColumnSpan child : span.children()) {
                bytes += unpacked(where, child);
            }
            if (span.field().type() instanceof ArrowType.Dictionary type) {
                Reading rows = dictionary(name, type);
                bytes += rows.unpacked(rows.batch.what(), rows.batch.columns().getFirst());
            }
            return bytes;
        }

        private long claimed(String name, Span buffer) {
            try {
                return Codec.claimed(batch.compression(),
                        file.segment().asSlice(batch.bodyOffset() + buffer.offset(), buffer.length()));
            } catch (IllegalArgumentException broken) {
                throw file.error(name + ": " + broken.getMessage());
            }
        }

        /** The batch of the dictionary that the rows count in. */
        private Reading dictionary(String name, ArrowType.Dictionary type) {
            if (depth >= MAX_DEPTH) {
                throw file.error("%s: dictionaries are nested deeper than %d".formatted(name, MAX_DEPTH));
            }
            for (int i = dictionaries - 1; i >= 0; i--) {
                BatchReader.Dictionary found = BatchReader.dictionary(file, footer, i);
                if (found.id() == type.id() && found.delta()) {
                    throw refusal(name, "has a dictionary in pieces (delta dictionary batch " + i + ")",
                            "write the dictionary in one batch");
                }
                if (found.id() == type.id()) {
                    return new Reading(BatchReader.dictionary(file, footer, i, type.values()), dictionaries, depth + 1,
                            source, keeper);
                }
            }
            throw file.error("%s: there is no dictionary %d".formatted(name, type.id()));
        }
    }

    private static boolean hasOrder(ArrowType type) {
        return TypeLayout.offsetBytes(type) > 0
                || TypeLayout.bits(type) > Byte.SIZE && !(type instanceof ArrowType.FixedBinary);
    }

    private ZeroCopyException refusal(String name, String reason, String remedy) {
        return new ZeroCopyException(
                file.message(name + " " + reason + ", so that it cannot be used without a copy: " + remedy));
    }
}
