package io.arrayport.conformance.peers;

import java.io.IOException;
import java.util.Map;

import io.arrayport.conformance.bench.child.ChildLoop;
import io.arrayport.conformance.bench.child.PeerWorkshop;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** ND4J's arrays, measured in a JVM of their own. */
public final class Nd4jWorkshop extends PeerWorkshop<INDArray> {

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ChildLoop.run(new Nd4jWorkshop());
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", String.valueOf(Nd4j.class.getPackage().getImplementationVersion()));
    }

    @Override
    protected @Nullable INDArray array(double[] values, long[] shape, String dtype) {
        return switch (dtype) {
            case "float64" -> Nd4j.create(values, shape, DataType.DOUBLE);
            case "float32" -> Nd4j.create(floats(values), shape, DataType.FLOAT);
            default -> null;
        };
    }

    @Override
    protected @Nullable Operation<INDArray> operation(String caseId) {
        return switch (caseId) {
            case "elementwise/add" -> (a, b) -> a.add(b);
            case "elementwise/multiply" -> (a, b) -> a.mul(b);
            case "elementwise/divide" -> (a, b) -> a.div(b);
            case "elementwise/sqrt" -> (a, _) -> Transforms.sqrt(a, true);
            case "scalar/add 3" -> (a, _) -> a.add(3);
            case "broadcast/matrix and row" -> (a, b) -> a.addRowVector(b);
            case "reduction/sum" -> (a, _) -> a.sum();
            case "reduction/sum axis 0" -> (a, _) -> a.sum(0);
            case "reduction/sum axis 1" -> (a, _) -> a.sum(1);
            case "reduction/max" -> (a, _) -> a.max();
            case "transcendental/exp" -> (a, _) -> Transforms.exp(a, true);
            case "transcendental/log" -> (a, _) -> Transforms.log(a, true);
            case "transcendental/sin" -> (a, _) -> Transforms.sin(a, true);
            case "transcendental/tanh" -> (a, _) -> Transforms.tanh(a, true);
            case "comparison/less" -> (a, b) -> a.lt(b);
            case "cumsum/cumsum" -> (a, _) -> a.cumsum(0);
            case "matmul/matmul" -> (a, b) -> a.mmul(b);
            default -> null;
        };
    }

    @Override
    protected void drop(INDArray array) {
        array.close();
    }

    @Override
    protected double[] values(INDArray array) {
        return array.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
