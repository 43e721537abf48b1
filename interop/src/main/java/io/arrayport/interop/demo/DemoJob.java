package io.arrayport.interop.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.arrayport.arrow.ArrowFileWriter;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.arrow.type.ArrowField;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.index.Index;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.interop.ZeroCopyArray;
import io.arrayport.torch.Torch;
import io.arrayport.torch.TorchScript;

/**
 * Scores an Arrow file with a TorchScript model: maps it, hands each column to the model where it lies, takes the
 * answer where torch made it, and writes it beside its inputs into a new Arrow file. Each hand-over is proven by
 * comparing addresses; a difference is counted as copied bytes, never assumed away.
 */
public final class DemoJob {
    /** Rows the model sees at once: what bounds its intermediate results, whatever the file's batches. */
    private static final long ROWS_AT_ONCE = 1 << 18;

    private final Request request;
    private final StepLog log = new StepLog();

    /**
     * What to score.
     *
     * @param input Arrow IPC file
     * @param model TorchScript file whose forward takes the columns, in order, and gives one number per row
     * @param columns names of the model's inputs
     * @param target name of the column the model predicts
     * @param output where the scored file goes; replaced only when it is complete
     */
    public record Request(Path input, Path model, List<String> columns, String target, Path output) {
        /** @throws ArrayportException if a column is named twice, or none is named */
        public Request {
            columns = columns.stream().map(String::strip).toList();
            if (columns.isEmpty() || columns.contains("")) {
                throw new ArrayportException("columns: a name is missing in " + columns + "; name the model's inputs");
            }
            if (columns.contains(predicted(target))) {
                throw new ArrayportException("columns: \"" + predicted(target) + "\" is what the answer is called");
            }
            for (String name : columns) {
                if (columns.indexOf(name) != columns.lastIndexOf(name)) {
                    throw new ArrayportException("columns: \"" + name + "\" is named twice in " + columns);
                }
            }
        }
    }

    private DemoJob(Request request) {
        this.request = request;
    }

    /**
     * Does it.
     *
     * @param progress told, in a few words, what takes long
     * @throws io.arrayport.core.error.ArrayportException if the file, the model or their fit is wrong; nothing is
     * written
     * @throws java.io.UncheckedIOException if a file cannot be read or written; nothing is written
     */
    public static DemoReport run(Request request, Consumer<String> progress) {
        return new DemoJob(request).run(progress);
    }

    private DemoReport run(Consumer<String> progress) {
        long start = System.nanoTime();
        try (ArrowTable table = ArrowTable.open(request.input())) {
            long rows = table.rowCount();
            log.add("map " + request.input().getFileName(), rows, table.storage().byteSize(), table.storage().address(),
                    0, start);
            for (String name : columnNames()) {
                requireNumber(table.schema(), name);
            }
            try (ArrowFileWriter writer = ArrowFileWriter.create(request.output(), outputSchema(table.schema()),
                    request.input(), request.model())) {
                progress.accept("loading libtorch and " + request.model().getFileName());
                try (TorchScript model = TorchScript.load(request.model())) {
                    Errors errors = new Errors(MedianPredictor.fit(table, request.target()));
                    long first = 0;
                    for (Batch batch : table.batches()) {
                        score(batch, first, model, writer, errors);
                        first += batch.rowCount();
                        progress.accept("scored " + first + " of " + rows + " rows");
                    }
                    writer.finish();
                    return report(rows, errors);
                }
            }
        }
    }

    private void score(Batch batch, long first, TorchScript model, ArrowFileWriter writer, Errors errors) {
        List<NdArray> columns = new ArrayList<>();
        for (String name : request.columns()) {
            columns.add(column(batch, name));
        }
        NdArray target = batch.column(request.target());
        for (long from = 0; from < batch.rowCount(); from += ROWS_AT_ONCE) {
            Index rows = Index.slice(from, Math.min(from + ROWS_AT_ONCE, batch.rowCount()));
            List<NdArray> inputs = columns.stream().map(column -> column.get(rows)).toList();
            scoreRows(inputs, target.get(rows), first + from, model, writer, errors);
        }
    }

    private NdArray column(Batch batch, String name) {
        long start = System.nanoTime();
        NdArray column = batch.column(name);
        long mapped = column.storage().address();
        boolean inside = column.address() >= mapped
                && column.address() + column.nbytes() <= mapped + column.storage().byteSize();
        log.add("column " + name, column.size(), column.nbytes(), column.address(), inside ? 0 : column.nbytes(),
                start);
        return column;
    }

    private void scoreRows(List<NdArray> inputs, NdArray target, long first, TorchScript model, ArrowFileWriter writer,
            Errors errors) {
        try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            NDList tensors = new NDList();
            for (int i = 0; i < inputs.size(); i++) {
                tensors.add(tensor(request.columns().get(i), inputs.get(i), manager));
            }
            Untouched untouched = new Untouched(inputs);
            long start = System.nanoTime();
            NDArray answer = only(model.forward(tensors));
            long predicted = System.nanoTime();
            untouched.require(request.columns());
            try (ZeroCopyArray result = ZeroCopyArray.from(Torch.torch(answer))) {
                requirePerRow(result, target.size());
                log.add("predict", target.size(), result.nbytes(), result.address(), 0,
                        start + (System.nanoTime() - predicted));
                take(answer, result, inputs, target, writer);
                errors.add(first, target, result.asNdArray());
            }
        }
    }

    private NDArray tensor(String name, NdArray column, NDManager manager) {
        long start = System.nanoTime();
        NDArray tensor = ZeroCopyArray.wrap(column).as(Torch.torch(manager).withUnnamedDtypes());
        // The proof is torch's own word for where its data is.
        try (ZeroCopyArray seen = ZeroCopyArray.from(Torch.torch(tensor))) {
            long copied = seen.address() == column.address() ? 0 : column.nbytes();
            log.add("tensor " + name, column.size(), column.nbytes(), seen.address(), copied, start);
        }
        return tensor;
    }

    private void take(NDArray answer, ZeroCopyArray result, List<NdArray> inputs, NdArray target,
            ArrowFileWriter writer) {
        long start = System.nanoTime();
        NDArray again = result.asTorch(answer.getManager());
        try (ZeroCopyArray seen = ZeroCopyArray.from(Torch.torch(again))) {
            long copied = seen.address() == result.address() ? 0 : result.nbytes();
            log.add("array of the answer", target.size(), result.nbytes(), result.address(), copied, start);
        }
        List<NdArray> written = new ArrayList<>(inputs);
        if (!request.columns().contains(request.target())) {
            written.add(target);
        }
        written.add(result.asNdArray());
        NdArray[] columns = written.toArray(NdArray[]::new);
        start = System.nanoTime();
        long copied = writer.write(columns);
        long bytes = Stream.of(columns).mapToLong(NdArray::nbytes).sum();
        log.add("write " + request.output().getFileName(), target.size(), bytes, result.address(), copied, start);
    }

    private DemoReport report(long rows, Errors errors) {
        List<Step> steps = log.steps();
        long copied = steps.stream().mapToLong(Step::bytesCopied).sum();
        return new DemoReport(rows, copied, steps, errors.rows(), errors.model(), errors.baseline(),
                request.output());
    }

    private List<String> columnNames() {
        return Stream.concat(request.columns().stream(), Stream.of(request.target())).distinct().toList();
    }

    private ArrowSchema outputSchema(ArrowSchema input) {
        List<ArrowField> fields = new ArrayList<>();
        for (String name : columnNames()) {
            fields.add(ArrowField.of(name, requireNumber(input, name)));
        }
        fields.add(ArrowField.of(predicted(request.target()), DType.FLOAT32));
        return ArrowSchema.of(fields.toArray(ArrowField[]::new));
    }

    private static String predicted(String target) {
        return "predicted_" + target;
    }

    private static DType requireNumber(ArrowSchema schema, String name) {
        ArrowField field = schema.fields().get(schema.indexOf(name));
        return field.dtype().orElseThrow(() -> new DTypeException("column \"" + name + "\" has type " + field.type()
                + "; the model takes plain numbers: int8 to int64, uint8 to uint64, float16, float32 or float64"));
    }

    private static NDArray only(NDList answers) {
        if (answers.size() != 1) {
            throw new ShapeException("predict: the model gives " + answers.size() + " tensors, one is needed");
        }
        return answers.get(0);
    }

    private static void requirePerRow(ZeroCopyArray result, long rows) {
        if (!result.shape().equals(Shape.of(rows)) || !result.dtype().equals(DType.FLOAT32)) {
            throw new ShapeException("predict: the model gives " + result.dtype() + " of shape " + result.shape()
                    + "; float32 of shape (" + rows + ",) is needed, one number per row");
        }
    }
}
