package io.arrayport.snippets;

// @start region="program"
import static io.arrayport.torch.Torch.torch;

import java.nio.file.Path;
import java.util.List;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.arrayport.arrow.ArrowTable;
import io.arrayport.arrow.Batch;
import io.arrayport.interop.ZeroCopyArray;
import io.arrayport.torch.TorchScript;

public class Readme {
    public static void main(String[] args) {
        try (ArrowTable table = ArrowTable.open(Path.of("examples/flights-200k.arrow"));
                TorchScript model = TorchScript.load(Path.of("examples/delay.pt"));
                NDManager manager = NDManager.newBaseManager("PyTorch")) {
            Batch batch = table.batches().getFirst();
            NDList inputs = new NDList();
            for (String name : List.of("distance", "time")) { // int16 and float32, where they lie in the mapped file
                inputs.add(ZeroCopyArray.wrap(batch.column(name)).as(torch(manager).withUnnamedDtypes()));
            }
            try (ZeroCopyArray delay = ZeroCopyArray.from(torch(model.forward(inputs).head()))) {
                System.out.println(
                        delay.asNdArray().get(":5") + " minutes late, " + delay.asNdArray().mean() + " on average");
            }
        }
    }
}
// @end
