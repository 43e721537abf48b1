package io.arrayport.conformance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import io.arrayport.arrow.ArrowBridge;
import io.arrayport.arrow.ArrowC;
import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.arrow.CStructs;
import io.arrayport.arrow.column.ArrowBuffer;
import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.conformance.matrix.Cell.Outcome;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.error.ZeroCopyException;
import io.arrayport.core.exchange.ExchangePlan;
import io.arrayport.core.exchange.Source;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.LargeVarCharVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.ViewVarCharVector;
import org.jspecify.annotations.Nullable;

/**
 * Columns of text that arrow-java has made, taken as arrays of strings. Views are such an array where they lie; of text
 * between offsets, and of nulls, each row needs a view of its own, which goes where a copy is asked for, and the text
 * stays where it is all the same.
 */
final class TextTrial {
    static final String TARGET = "array of strings";
    static final String NULLS = "with nulls";
    private static final String LONG = "a text that is too long for its view";
    private static final List<@Nullable String> ROWS = Arrays.asList("short", LONG, "", "wörd", LONG + "!");
    private static final List<@Nullable String> HOLES = Arrays.asList("short", null, "", null, LONG + "!");

    private final List<@Nullable String> rows;

    private TextTrial(List<@Nullable String> rows) {
        this.rows = rows;
    }

    private interface Maker {
        FieldVector of(BufferAllocator allocator);
    }

    /** All types of text from all of Arrow's forms. */
    static List<Cell> all(Consumer<String> progress) {
        List<Cell> cells = new ArrayList<>();
        for (Maker maker : List.<Maker>of(a -> new ViewVarCharVector("x", a), a -> new VarCharVector("x", a),
                a -> new LargeVarCharVector("x", a))) {
            for (boolean holes : new boolean[]{false, true}) {
                progress.accept("text " + (holes ? NULLS : ""));
                TextTrial trial = new TextTrial(holes ? HOLES : ROWS);
                try (BufferAllocator allocator = new RootAllocator(); FieldVector vector = maker.of(allocator)) {
                    trial.fill(vector);
                    cells.add(trial.ofVector(vector));
                    cells.add(trial.ofStructs(vector));
                    cells.add(trial.ofFile(vector));
                }
            }
        }
        return cells;
    }

    private void fill(FieldVector vector) {
        vector.allocateNew();
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.get(i);
            if (row != null) {
                byte[] utf8 = row.getBytes(StandardCharsets.UTF_8);
                switch (vector) {
                    case ViewVarCharVector views -> views.setSafe(i, utf8);
                    case VarCharVector text -> text.setSafe(i, utf8);
                    case LargeVarCharVector text -> text.setSafe(i, utf8);
                    default -> throw new IllegalStateException(vector.toString());
                }
            }
        }
        vector.setValueCount(rows.size());
    }

    private Cell ofVector(FieldVector vector) {
        try (ArrowColumn column = ArrowBridge.column(vector)) {
            return cell("Arrow vector", column, ArrowBridge.arrow(vector));
        }
    }

    private Cell ofStructs(FieldVector vector) {
        try (ArrowColumn column = ArrowBridge.column(vector); CStructs structs = ArrowC.structs(column)) {
            return cell("Arrow C structs", column, ArrowC.source(structs.schema(), structs.array()));
        }
    }

    private Cell ofFile(FieldVector vector) {
        try {
            Path file = Files.createTempFile("matrix", ".arrow");
            try {
                try (ArrowColumn column = ArrowBridge.column(vector);
                        ArrowFileWriter writer = ArrowFileWriter.create(file, ArrowSchema.of(column.field()))) {
                    writer.write(List.of(column));
                    writer.finish();
                }
                try (ArrowTable table = ArrowTable.open(file)) {
                    Batch batch = table.batches().getFirst();
                    return cell("Arrow IPC file", batch.arrowColumn("x"), ArrowBridge.arrow(batch, "x"));
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param column of the same buffers as the source has */
    private Cell cell(String from, ArrowColumn column, Source source) {
        Outcome outcome;
        String proof;
        ExchangePlan plan = source.plan().orElse(null);
        boolean shares = column.type().toString().equals("utf8_view") && !rows.contains(null);
        try {
            require(plan == null || plan.isZeroCopy() == shares, "planned " + plan);
            proof = shares ? shared(column, source) : copied(column, source, plan);
            outcome = shares ? Outcome.ZERO_COPY : Outcome.NEEDS_COPY;
        } catch (IllegalStateException wrong) {
            outcome = Outcome.WRONG;
            proof = String.valueOf(wrong.getMessage());
        }
        return new Cell(from, TARGET, column.type().toString(), rows.contains(null) ? NULLS : "contiguous", outcome,
                proof);
    }

    private static List<Long> beside(ArrowColumn column) {
        return column.buffers().stream().skip(1).map(ArrowBuffer::address).toList();
    }

    private String shared(ArrowColumn column, Source source) {
        try (NdArray array = source.open()) {
            long address = column.buffers().getFirst().address();
            require(array.address() == address, "the array is at another address");
            require(Elements.sides(array).equals(beside(column)), "the texts are at other addresses");
            require(Elements.texts(array).equals(rows), "the array has other texts");
            try {
                array.setString("x", 0);
            } catch (ReadOnlyException asItHasToBe) {
                return "both at 0x" + Long.toHexString(address) + ", the texts beside it too, we must not write";
            }
            throw new IllegalStateException("Arrow's memory was written");
        }
    }

    /** @param plan of the import; null for structs, which only taking them tells about */
    private String copied(ArrowColumn column, Source source, @Nullable ExchangePlan plan) {
        String reason = refusal(source, plan);
        List<NdArray> made = new ArrayList<>();
        Copies heard = CopyCount.during(() -> made
                .add(rows.contains(null) ? column.toNdArray(Missing.NAN) : column.toNdArray()));
        try (NdArray array = made.getFirst()) {
            require(heard.count() == 1 && heard.bytes() == array.nbytes(), "reported were " + heard);
            require(Arrays.asList((@Nullable String[]) array.toArray()).equals(rows), "the array has other texts");
            require(Elements.sides(array).equals(beside(column)), "the texts moved");
            return reason;
        }
    }

    private static String refusal(Source source, @Nullable ExchangePlan plan) {
        try {
            source.open().close();
        } catch (ZeroCopyException refused) {
            String message = String.valueOf(refused.getMessage());
            require(plan == null || !plan.reason().isEmpty() && message.contains(plan.reason()),
                    "the refusal says another reason than the plan: " + message);
            return message;
        }
        throw new IllegalStateException("planned as " + plan + ", and shared");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
