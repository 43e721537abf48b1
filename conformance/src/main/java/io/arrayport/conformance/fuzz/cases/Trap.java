package io.arrayport.conformance.fuzz.cases;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.SplittableRandom;

import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Device;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;

/** No descriptors, but what a run has to notice: each hundredth case goes wrong in a way of its own. */
final class Trap implements Family {
    private static final int BEHIND = 100;
    private static final int BEFORE = 200;
    private static final int WRONG = 300;
    private static final int LEFT_OVER = 400;
    private static final int ALL = 500;

    private final Guarded memory = new Guarded(2);

    @Override
    public long cuts() {
        return ALL;
    }

    @Override
    public Verdict run(long cut, SplittableRandom random) {
        memory.reset();
        long end = memory.before(8) + 8;
        long begin = memory.behind(8);
        Memory.RAW.get(JAVA_BYTE, end - 1);
        Memory.RAW.get(JAVA_BYTE, begin);
        if (cut == BEHIND) {
            Memory.RAW.get(JAVA_BYTE, end);
        } else if (cut == BEFORE) {
            Memory.RAW.get(JAVA_BYTE, begin - 1);
        }
        Wrong.unless(cut != WRONG, "the trap of this name");
        if (cut == LEFT_OVER) {
            Storage.foreign("trap", begin, 8, Device.CPU, Access.IMMUTABLE, () -> {}).lease("trap");
        }
        return Verdict.READ;
    }

    @Override
    public String damage() {
        return "a trap";
    }
}
