package io.arrayport.conformance.bench.child;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import io.arrayport.conformance.bench.table.BenchCase;
import io.arrayport.conformance.bench.table.CaseTable;
import io.arrayport.conformance.bench.table.Form;
import io.arrayport.conformance.bench.table.Input;
import io.arrayport.conformance.bench.table.Inputs;
import io.arrayport.conformance.bench.table.Outcome;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.kernel.Simd;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/** Arrayport, measured in a JVM of its own. */
public final class ArrayportWorkshop implements Workshop {
    /** Inputs beyond this many bytes are made anew for each row. */
    private static final long KEPT_BYTES = 1L << 30;

    private final Map<String, NdArray> kept = new LinkedHashMap<>();
    private @Nullable Object sink;

    /** @param args none */
    public static void main(String[] args) throws IOException {
        ChildLoop.run(new ArrayportWorkshop());
    }

    @Override
    public Map<String, String> facts() {
        Runtime.Version version = Runtime.version();
        return Map.of("version", version.toString(), "simd", Simd.describe(), "sink", String.valueOf(sink != null));
    }

    @Override
    public Prepared prepare(String caseId, String dtype, long n) {
        BenchCase asked = CaseTable.of(caseId);
        if (kept.values().stream().mapToLong(NdArray::nbytes).sum() > KEPT_BYTES) {
            kept.values().forEach(NdArray::close);
            kept.clear();
        }
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        NdArray own = null; // What is written is shared with no other case
        for (Input input : asked.inputs()) {
            DType type = DType.of(input.dtypeIn(dtype));
            NdArray made;
            if (input.name().equals(asked.written())) {
                made = InputMaker.make(input, type, n);
                own = made;
            } else {
                made = kept.computeIfAbsent(input.key(dtype, n), _ -> InputMaker.make(input, type, n));
            }
            arrays.put(input.name(), InputMaker.view(input, made));
        }
        Form.Call call = asked.form().prepare(new Inputs(n, arrays));
        return new Row(call, asked.outcome(), own);
    }

    private final class Row implements Prepared {
        private final Form.Call call;
        private final Outcome outcome;
        private final boolean fresh;
        private final @Nullable NdArray own;

        Row(Form.Call call, Outcome outcome, @Nullable NdArray own) {
            this.own = own;
            this.call = call;
            this.outcome = outcome;
            fresh = outcome == Outcome.FRESH || outcome == Outcome.UNFILLED;
        }

        @Override
        public void run(long calls) {
            if (fresh) {
                for (long i = 0; i < calls; i++) {
                    NdArray result = call.run();
                    result.close();
                    sink = result;
                }
            } else {
                for (long i = 0; i < calls; i++) {
                    sink = call.run();
                }
            }
        }

        @Override
        public Check check() {
            NdArray result = call.run();
            Check check = Check.of(result);
            if (fresh) {
                result.close();
            }
            return outcome == Outcome.UNFILLED ? check.withoutElements() : check;
        }

        @Override
        public void close() {
            if (own != null) {
                own.close();
            }
        }
    }
}
