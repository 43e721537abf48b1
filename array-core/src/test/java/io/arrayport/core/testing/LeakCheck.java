package io.arrayport.core.testing;

import java.util.List;

import io.arrayport.core.memory.Ledger;
import io.arrayport.core.memory.Scope;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails every test that leaves something behind: a native block, an import or an export that is still live after the
 * test's scope has closed and the collector has run; and every test in which the checked allocator found a write
 * outside a block or after its release. Registered for all tests of all modules by the service loader.
 */
public final class LeakCheck implements BeforeEachCallback, AfterEachCallback {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(LeakCheck.class);
    private static final int ATTEMPTS = 20;

    private record Start(Ledger.Counts counts, Scope scope) {}

    @Override
    public void beforeEach(ExtensionContext context) {
        // What the class shares between its tests (a model, a table) was made before and is its own affair.
        context.getStore(SPACE).put("start", new Start(Ledger.counts(), Scope.open()));
    }

    @Override
    public void afterEach(ExtensionContext context) throws InterruptedException {
        Start start = context.getStore(SPACE).remove("start", Start.class);
        start.scope().close();
        Ledger.Counts now = Ledger.counts();
        for (int attempt = 0; attempt < ATTEMPTS && grown(start.counts(), now); attempt++) {
            System.gc();
            Thread.sleep(1L + attempt);
            Ledger.drain();
            now = Ledger.counts();
        }
        List<String> faults = Ledger.takeFaults();
        if (!faults.isEmpty()) {
            throw new AssertionError("the checked allocator found " + String.join("; ", faults));
        }
        if (grown(start.counts(), now)) {
            throw new AssertionError("leak: " + start.counts() + " before the test, " + now + " after it; live are\n"
                    + String.join("\n", Ledger.report()));
        }
    }

    private static boolean grown(Ledger.Counts before, Ledger.Counts after) {
        return after.nativeBlocks() > before.nativeBlocks() || after.imports() > before.imports()
                || after.exports() > before.exports();
    }
}
