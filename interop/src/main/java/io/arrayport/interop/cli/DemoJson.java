package io.arrayport.interop.cli;

import java.util.List;

import io.arrayport.interop.demo.DemoReport;
import io.arrayport.interop.demo.Step;
import org.jspecify.annotations.Nullable;

/** The demo's report as machines read it. Addresses are hexadecimal text, since JSON numbers lose bits past 2^53. */
record DemoJson(long rows, long columnBytesCopied, @Nullable Long modelCastBytes, List<StepJson> steps,
        long heldOutRows,
        @Nullable Double mae, @Nullable Double baselineMae, String output) {

    record StepJson(String step, long rows, long bytes, String address, long bytesCopied, long micros) {
        static StepJson of(Step step) {
            return new StepJson(step.step(), step.rows(), step.bytes(), DemoJson.address(step.address()),
                    step.bytesCopied(), step.micros());
        }
    }

    /** @param modelCastBytes what the model's own casts made; null where the model is not known */
    static DemoJson of(DemoReport report, @Nullable Long modelCastBytes) {
        boolean known = report.heldOutRows() > 0;
        return new DemoJson(report.rows(), report.columnBytesCopied(), modelCastBytes,
                report.steps().stream().map(StepJson::of).toList(), report.heldOutRows(),
                known ? report.mae() : null, known ? report.baselineMae() : null,
                report.output().toAbsolutePath().toString());
    }

    static String address(long address) {
        return "0x" + Long.toHexString(address);
    }
}
