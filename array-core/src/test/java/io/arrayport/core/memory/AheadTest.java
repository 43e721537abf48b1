package io.arrayport.core.memory;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
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
    private static final long SMALL_PAGE = 4 << 10;

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
            for (int i = 0; i < 500 && resident(few, 8 * PAGE) < 8 * PAGE; i++) {
                Thread.sleep(20);
            }
            System.out.println("few: " + resident(few, 8 * PAGE));
            long many = HugePages.map(32 * PAGE);
            Thread.sleep(200);
            System.out.println("many: " + resident(many, 32 * PAGE));
        }

        /** Bytes that have memory: the system keeps 8 bytes for each page, of which the last bit says so. */
        private static long resident(long address, long bytes) throws IOException {
            ByteBuffer pages = ByteBuffer.allocate((int) (bytes / SMALL_PAGE * Long.BYTES)).order(LITTLE_ENDIAN);
            try (FileChannel map = FileChannel.open(Path.of("/proc/self/pagemap"))) {
                map.position(address / SMALL_PAGE * Long.BYTES);
                while (pages.hasRemaining() && map.read(pages) > 0) {
                    // Until all are read
                }
            }
            pages.flip();
            long resident = 0;
            while (pages.hasRemaining()) {
                resident += pages.getLong() < 0 ? SMALL_PAGE : 0;
            }
            return resident;
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64") // where pages have 4 KiB
    void freshPagesAreTouchedAheadWhileTheProcessIsYoung() {
        String out = TWO.start(Pages.class).out();
        if (!out.contains("gives no pages ahead")) {
            assertThat(out).contains("few: " + 8 * PAGE).contains("many: 0");
        }
    }
}
