package io.arrayport.conformance.bench.child;

import java.io.IOException;
import java.util.Map;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.jspecify.annotations.Nullable;

/** DJL's PyTorch arrays, measured in a JVM of their own. */
public final class DjlWorkshop extends PeerWorkshop<NDArray> {
    private final NDManager manager = NDManager.newBaseManager("PyTorch");

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ChildLoop.run(new DjlWorkshop());
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("version", Engine.getEngine("PyTorch").getVersion());
    }

    @Override
    protected @Nullable NDArray array(double[] values, long[] shape, String dtype) {
        if (dtype.equals("float64")) {
            return manager.create(values, new Shape(shape));
        }
        return dtype.equals("float32") ? manager.create(floats(values), new Shape(shape)) : null;
    }

    @Override
    protected @Nullable Operation<NDArray> operation(String caseId) {
        return switch (caseId) {
            case "elementwise/add" -> (a, b) -> a.add(b);
            case "elementwise/multiply" -> (a, b) -> a.mul(b);
            case "elementwise/divide" -> (a, b) -> a.div(b);
            case "elementwise/sqrt" -> (a, _) -> a.sqrt();
            case "scalar/add 3" -> (a, _) -> a.add(3);
            case "broadcast/matrix and row" -> (a, b) -> a.add(b);
            case "reduction/sum" -> (a, _) -> a.sum();
            case "reduction/sum axis 0" -> (a, _) -> a.sum(new int[]{0});
            case "reduction/sum axis 1" -> (a, _) -> a.sum(new int[]{1});
            case "reduction/max" -> (a, _) -> a.max();
            case "transcendental/exp" -> (a, _) -> a.exp();
            case "transcendental/log" -> (a, _) -> a.log();
            case "transcendental/sin" -> (a, _) -> a.sin();
            case "transcendental/tanh" -> (a, _) -> a.tanh();
            case "comparison/less" -> (a, b) -> a.lt(b);
            case "sort/sort" -> (a, _) -> a.sort();
            case "argsort/argsort" -> (a, _) -> a.argSort();
            case "cumsum/cumsum" -> (a, _) -> a.cumSum();
            case "matmul/matmul" -> (a, b) -> a.matMul(b);
            default -> null;
        };
    }

    @Override
    protected void drop(NDArray result) {
        result.close();
    }

    @Override
    protected double[] values(NDArray result) {
        try (NDArray doubles = result.toType(DataType.FLOAT64, true)) {
            return doubles.toDoubleArray();
        }
    }
}
