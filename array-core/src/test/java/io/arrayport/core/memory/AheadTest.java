package io.arrayport.core.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.arrayport.core.testing.ForkedJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Each in a process of its own: what is done ahead is done once. Two processors are said to be there, or one. */
class AheadTest {
    private static final ForkedJvm TWO = ForkedJvm.with("-XX:ActiveProcessorCount=2", "-Xlog:class+load:stdout");
    private static final long PAGE = SizeClass.HUGE_PAGE;

    /** Says what its thread has, after all that Ahead does before. */
    static final class Task {
        private static final InheritableThreadLocal<String> LENT = new InheritableThreadLocal<>();

        public static void main(String[] args) throws InterruptedException {
            LENT.set("lent");
            CountDownLatch done = new CountDownLatch(1);
            Ahead.link(() -> {
                Thread thread = Thread.currentThread();
                System.out.println("task on " + thread.getName() + ", daemon " + thread.isDaemon() + ", local "
                        + LENT.get() + ", loader " + thread.getContextClassLoader());
                done.countDown();
            });
            System.out.println(done.await(Long.parseLong(args[0]), TimeUnit.SECONDS) ? "done" : "nothing done");
        }
    }

    @Test
    void theTaskComesAfterLinkingAndTakesNothingFromWhoComesFirst() {
        String out = TWO.start(Task.class, "20").out();
        assertThat(out).contains("task on arrayport-start, daemon true, local null, loader null").contains("done");
        String before = out.substring(0, out.indexOf("task on"));
        assertThat(before).contains(NativeAllocator.class.getName() + " ");
        if (HugePages.areThere()) {
            assertThat(before).contains("HugePages$Calls ").doesNotContain("HugePages$LastCall ");
        }
    }

    @Test
    void oneProcessorDoesNothingAhead() {
        String out = ForkedJvm.with("-XX:ActiveProcessorCount=1", "-Xlog:class+load:stdout").start(Task.class, "1")
                .out();
        assertThat(out).contains("nothing done").doesNotContain("task on")
                .doesNotContain(NativeAllocator.class.getName());
    }

    /** Fails ahead, in both ways that classes fail in. */
    static final class Failing {
        public static void main(String[] args) throws InterruptedException {
            CountDownLatch failing = new CountDownLatch(2);
            Thread[] threads = new Thread[2];
            Ahead.link(() -> {
                threads[0] = Thread.currentThread();
                failing.countDown();
                throw new IllegalStateException("planned");
            });
            Ahead.link(() -> {
                threads[1] = Thread.currentThread();
                failing.countDown();
                throw new ExceptionInInitializerError("planned");
            });
            failing.await();
            threads[0].join();
            threads[1].join();
            System.out.println("went on");
        }
    }

    @Test
    void whatFailsAheadIsLeftToWhoNeedsIt() {
        ForkedJvm.Result result = TWO.start(Failing.class);
        assertThat(result.out()).contains("went on");
        assertThat(result.err()).doesNotContain("planned");
    }

    /** Maps 16 MiB, for which there is leave, and 64 MiB, for which there is none any more. */
    static final class Pages {
        public static void main(String[] args) throws IOException, InterruptedException {
            long probe = HugePages.map(PAGE);
            if (!HugePages.populate(probe, PAGE)) {
                System.out.println("the system gives no pages ahead");
                return;
            }
            long few = HugePages.map(8 * PAGE);
            for (int i = 0; i < 500 && resident(few) < 8 * PAGE; i++) {
                Thread.sleep(20);
            }
            System.out.println("few: " + resident(few));
            long many = HugePages.map(32 * PAGE);
            Thread.sleep(200);
            System.out.println("many: " + resident(many));
        }

        /** Bytes of the range that begins there which have memory. */
        private static long resident(long address) throws IOException {
            boolean found = false;
            for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
                if (line.matches("[0-9a-f]+-[0-9a-f]+ .*")) {
                    long from = Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16);
                    long to = Long.parseUnsignedLong(line.substring(line.indexOf('-') + 1, line.indexOf(' ')), 16);
                    found = from <= address && address < to;
                } else if (found && line.startsWith("Rss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
            throw new IllegalStateException("nothing is mapped at " + Long.toHexString(address));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void freshPagesAreTouchedAheadWhileTheProcessIsYoung() {
        String out = TWO.start(Pages.class).out();
        if (!out.contains("gives no pages ahead")) {
            assertThat(out).contains("few: " + 8 * PAGE).contains("many: 0");
        }
    }
}
