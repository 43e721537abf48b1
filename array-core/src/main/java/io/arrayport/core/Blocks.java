package io.arrayport.core;

import java.util.ArrayList;
import java.util.List;

import io.arrayport.core.error.ShapeException;
import io.arrayport.core.manipulation.Block;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** The lists of {@code np.block}, with arrays made of the numbers in them. */
final class Blocks {
    private Blocks() {}

    static NdArray join(List<?> lists) {
        List<NdArray> made = new ArrayList<>();
        try {
            return Block.join(node(lists, made));
        } finally {
            made.forEach(NdArray::close);
        }
    }

    private static Block node(@Nullable Object value, List<NdArray> made) {
        return switch (value) {
            case List<?> items -> Block.of(items.stream().map(item -> node(item, made)).toList());
            case NdArray array -> new Block.Leaf(array);
            case null -> throw new ShapeException("block: a block is null; give arrays, numbers and lists of them");
            default -> {
                made.add(Nested.array(value));
                yield new Block.Leaf(made.getLast());
            }
        };
    }
}
