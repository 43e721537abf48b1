package io.arrayport.core;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.manipulation.Block;
import io.arrayport.core.memory.Device;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** The lists of {@code np.block}, with arrays made of the numbers in them. */
final class Blocks {
    private Blocks() {}

    /** @param usual where the result lies if there are only numbers */
    static NdArray join(Device usual, List<?> lists) {
        List<NdArray> made = new ArrayList<>();
        Device device = Nested.device(usual, lists);
        try {
            return Block.join(node(device, lists, made));
        } finally {
            made.forEach(NdArray::close);
        }
    }

    private static Block node(Device device, @Nullable Object value, List<NdArray> made) {
        return switch (value) {
            case List<?> items -> Block.of(items.stream().map(item -> node(device, item, made)).toList());
            case NdArray array -> new Block.Leaf(array);
            case null -> throw new ShapeException("block: a block is null; give arrays, numbers and lists of them");
            default -> {
                made.add(Nested.array(device, value));
                yield new Block.Leaf(made.getLast());
            }
        };
    }
}
