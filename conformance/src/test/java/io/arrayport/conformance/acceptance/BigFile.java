package io.arrayport.conformance.acceptance;

import static io.arrayport.torch.Torch.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.conformance.matrix.LibTorchCalls;
import io.arrayport.interop.ZeroCopyArray;
import io.arrayport.torch.TorchScript;

/** The program under {@link BigFileTest}: opens a large file, hands all of it to torch, predicts on a part of it. */
final class BigFile {
    private static final List<String> COLUMNS = List.of("delay", "distance", "time");
    private static final int PREDICTED_BATCHES = 16;

    private BigFile() {}

    /**
     * What it saw. Bytes of RssAnon, the memory of this process that no file backs.
     *
     * @param fileBytes size of the mapped file
     * @param batches in it
     * @param tensors handed to torch: each column of each batch, all alive at the same time
     * @param elsewhere tensors whose data_ptr was not the mapping's address plus the column's offset in the file
     * @param anonBeforeOpen with libtorch and the model loaded and used once
     * @param anonBeforePredict after every tensor was made
     * @param predictedBatches batches the model saw, spread evenly over the file
     * @param predictedRows rows in them
     * @param modelCastBytes of the inputs that the model cast to float32 for itself
     * @param anonWhilePredicting the most seen with an answer still alive: the model's casts, intermediates and answers
     * @param handOverMillis from open to the last tensor
     * @param predictMillis for all predicted batches
     */
    record Measured(long fileBytes, int batches, int tensors, int elsewhere, long anonBeforeOpen,
            long anonBeforePredict, int predictedBatches, long predictedRows, long modelCastBytes,
            long anonWhilePredicting, long handOverMillis, long predictMillis) {}

    /** @param args the file; a small file of the same schema, to warm up with; the model */
    public static void main(String[] args) throws IOException {
        try (TorchScript model = TorchScript.load(Path.of(args[2]))) {
            // Once on the small one, so that what is loaded once is not counted against the file
            run(Path.of(args[1]), model);
            Measured measured = run(Path.of(args[0]), model);
            System.out.println(new ObjectMapper().writeValueAsString(measured));
        }
        System.exit(0); // DJL leaves threads behind
    }

    private static Measured run(Path file, TorchScript model) throws IOException {
        long before = anonymous();
        long start = System.nanoTime();
        try (ArrowTable table = ArrowTable.open(file);
                NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch")) {
            List<NDArray[]> tensors = new ArrayList<>();
            int elsewhere = 0;
            for (Batch batch : table.batches()) {
                NDArray[] row = new NDArray[COLUMNS.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = ZeroCopyArray.wrap(batch.column(i)).as(torch(manager).withUnnamedDtypes());
                    long expected = table.storage().address() + batch.columnOffset(COLUMNS.get(i));
                    elsewhere += LibTorchCalls.dataPtr(row[i]) == expected ? 0 : 1;
                }
                tensors.add(row);
            }
            long handed = System.nanoTime();
            long handedOver = anonymous();
            Prediction prediction = predict(model, tensors);
            return new Measured(Files.size(file), tensors.size(), COLUMNS.size() * tensors.size(), elsewhere, before,
                    handedOver, prediction.batches, prediction.rows, prediction.castBytes, prediction.anonymous,
                    (handed - start) / 1_000_000, (System.nanoTime() - handed) / 1_000_000);
        }
    }

    private static final class Prediction {
        int batches;
        long rows;
        long castBytes;
        long anonymous;
    }

    private static Prediction predict(TorchScript model, List<NDArray[]> tensors) throws IOException {
        Prediction prediction = new Prediction();
        int step = Math.max(1, tensors.size() / PREDICTED_BATCHES);
        for (int i = 0; i < tensors.size(); i += step) {
            NDArray distance = tensors.get(i)[1];
            NDArray time = tensors.get(i)[2];
            try (NDList answer = model.forward(new NDList(distance, time))) {
                prediction.batches++;
                prediction.rows += answer.head().size();
                prediction.castBytes += distance.size() * Float.BYTES;
                prediction.anonymous = Math.max(prediction.anonymous, anonymous());
            }
        }
        return prediction;
    }

    private static long anonymous() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("RssAnon:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new AssertionError("no RssAnon in /proc/self/status");
    }
}
