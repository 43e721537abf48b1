package io.arrayport.core.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.arrayport.core.backend.Program.Apply;
import io.arrayport.core.backend.Program.Choose;
import io.arrayport.core.backend.Program.Convert;
import io.arrayport.core.backend.Program.Step;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Storage;

/** A program run by a backend's other words, one step after the other over all elements. */
public final class StepByStep implements Fusion {
    private final Program program;
    private final Function<String, Backend> backends;

    /** @param backends what runs a step, by the operation's name */
    public StepByStep(Program program, Function<String, Backend> backends) {
        this.program = program;
        this.backends = backends;
    }

    @Override
    public void run(List<Operand> arrays, List<Object> numbers, Operand out) {
        Run run = new Run(out);
        try {
            run.values(arrays, numbers);
        } finally {
            run.owned.forEach(Storage::close);
        }
    }

    @Override
    public void reduce(Op op, List<Operand> arrays, List<Object> numbers, Layout elements, Operand out) {
        DType type = program.type();
        try (Storage storage = backends.apply("fuse").allocate(out.device(), elements.endByte(type.itemsize()))) {
            Operand all = Operand.of(type, elements, storage);
            run(arrays, numbers, all);
            backends.apply("reduce").reduce(op, all, out, null);
        }
    }

    /** One run: its values so far, and what is to be closed afterwards. */
    private final class Run {
        private final Operand out;
        private final Device device;
        private final Backend backend = backends.apply("fuse");
        private final List<Operand> values = new ArrayList<>();
        private final List<Storage> owned = new ArrayList<>();

        Run(Operand out) {
            this.out = out;
            this.device = out.device();
        }

        void values(List<Operand> arrays, List<Object> numbers) {
            values.addAll(arrays);
            for (int i = 0; i < numbers.size(); i++) {
                Operand number = fresh(program.numbers().get(i), Shape.of());
                backend.fill(number, numbers.get(i));
                values.add(number.with(number.layout().broadcastTo(out.shape())));
            }
            for (Step step : program.steps()) {
                boolean last = values.size() == program.values() - 1;
                Operand result = last ? out : fresh(step.type(), out.shape());
                compute(step, result);
                values.add(result);
            }
        }

        private Operand fresh(DType type, Shape shape) {
            Layout packed = Layout.contiguous(shape, type.itemsize());
            Storage storage = backend.allocate(device, packed.endByte(type.itemsize()));
            owned.add(storage);
            return Operand.of(type, packed, storage);
        }

        private void compute(Step step, Operand result) {
            List<Operand> inputs = step.inputs().stream().map(values::get).toList();
            switch (step) {
                case Apply(String operation, Op op, Signature signature, _) -> {
                    Backend own = backends.apply(operation);
                    if (inputs.size() == 1) {
                        own.unary(op, signature, inputs.get(0), result, null);
                    } else {
                        own.binary(op, signature, inputs.get(0), inputs.get(1), result, null);
                    }
                }
                case Choose _ -> backend.choose(inputs.get(0), inputs.get(1), inputs.get(2), result);
                case Convert _ -> backend.copy(inputs.getFirst(), result);
            }
        }
    }
}
