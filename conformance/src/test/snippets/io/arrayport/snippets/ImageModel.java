package io.arrayport.snippets;

// @start region="image"
import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.shape;
import static io.arrayport.torch.Torch.torch;

import java.nio.file.Path;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoopTranslator;
import io.arrayport.core.memory.Scope;
import io.arrayport.core.ndarray.NdArray;

public class ImageModel {
    public static void main(String[] args) throws Exception {
        Criteria<NDList, NDList> edges = Criteria.builder().setTypes(NDList.class, NDList.class).optEngine("PyTorch")
                .optModelPath(Path.of("examples/edges.pt")).optTranslator(new NoopTranslator()).build();
        try (ZooModel<NDList, NDList> model = edges.loadModel();
                Predictor<NDList, NDList> predictor = model.newPredictor();
                NDManager manager = NDManager.newBaseManager("PyTorch");
                Scope _ = np.scope()) {
            NdArray image = np.zeros(shape(6, 8, 3), np.float32); // rows, columns, colours
            image.set(9, "2:5, 2:7, 0");
            NdArray batch = np.expandDims(image.transpose(2, 0, 1), 0); // a view, as models of images want it
            NDArray tensor = torch(manager).accept(batch); // the image's bytes, in torch
            NDArray found = predictor.predict(new NDList(tensor)).head();
            found.attach(manager);
            System.out.println(torch(found).open().get("0, 0")); // torch's bytes, in an array
            image.set(0);
            System.out.println("red is now " + tensor.sum().getFloat());
        }
    }
}
// @end
