package io.arrayport.core.ufunc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.ufunc.Expression.Apply;
import io.arrayport.core.ufunc.Expression.Constant;
import io.arrayport.core.ufunc.Expression.Convert;
import io.arrayport.core.ufunc.Expression.Parameter;
import io.arrayport.core.ufunc.Expression.Reduce;
import io.arrayport.core.ufunc.Expression.Where;

/**
 * The parts of an expression, each once, numbered so that inputs come before what takes them. What is written twice is
 * one part.
 *
 * @param nodes the parts; the last one is the whole
 * @param inputs for each of them the numbers of its inputs
 */
record Graph(List<Expression> nodes, List<int[]> inputs) {
    /** What makes two parts the same. */
    private record Key(Object what, List<Integer> inputs) {}

    private record Conversion(DType type) {}

    private record Output(UFunc row, int output) {}

    /** Without recursion: an expression may be as deep as its author likes. */
    static Graph of(Expression whole) {
        Graph graph = new Graph(new ArrayList<>(), new ArrayList<>());
        IdentityHashMap<Expression, Integer> numbers = new IdentityHashMap<>();
        Map<Key, Integer> known = new HashMap<>();
        Deque<Expression> waiting = new ArrayDeque<>(List.of(whole));
        while (!waiting.isEmpty()) {
            Expression next = waiting.peek();
            boolean ready = true;
            for (Expression input : next.inputs()) {
                if (!numbers.containsKey(input)) {
                    waiting.push(input);
                    ready = false;
                }
            }
            if (ready) {
                waiting.pop();
                if (!numbers.containsKey(next)) {
                    numbers.put(next, graph.add(next, next.inputs().stream().map(numbers::get).toList(), known));
                }
            }
        }
        return graph;
    }

    private int add(Expression node, List<Integer> inputsOf, Map<Key, Integer> known) {
        Object what = switch (node) {
            case Parameter _,Constant _ -> node;
            case Apply apply -> new Output(apply.row(), apply.output());
            case Where _ -> Where.class;
            case Convert convert -> new Conversion(convert.type());
            case Reduce _ -> new Object(); // none is like another
        };
        return known.computeIfAbsent(new Key(what, inputsOf), _ -> {
            nodes.add(node);
            inputs.add(inputsOf.stream().mapToInt(Integer::intValue).toArray());
            return nodes.size() - 1;
        });
    }

    int root() {
        return nodes.size() - 1;
    }
}
