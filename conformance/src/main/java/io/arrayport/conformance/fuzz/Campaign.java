package io.arrayport.conformance.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.arrayport.conformance.fuzz.cases.Family;

/**
 * So many cases of each family, over several processes.
 *
 * @param families by name
 * @param first of the cases
 * @param count of each family's cases
 * @param workers processes at once
 * @param traces whether what is wrong is said with its stack
 */
record Campaign(List<String> families, long seed, long first, long count, int workers, boolean traces) {
    /** Short of it a process is not worth its start. */
    private static final long LEAST = 2_000;

    Campaign {
        families = List.copyOf(families);
    }

    /** @param progress is told what goes on */
    List<Tally> run(Consumer<String> progress) {
        Path folder = folder();
        try {
            List<Tally> tallies = new ArrayList<>();
            for (String family : families) {
                tallies.add(family(family, folder, progress));
            }
            return tallies;
        } finally {
            delete(folder);
        }
    }

    private Tally family(String family, Path folder, Consumer<String> progress) {
        long begin = System.nanoTime();
        int parts = (int) Math.max(1, Math.min(workers, count / LEAST));
        AtomicLongArray done = new AtomicLongArray(parts);
        Crew.Found all = new Crew.Found(0, 0, 0, 0, List.of());
        try (ExecutorService threads = Executors.newFixedThreadPool(parts)) {
            List<Future<Crew.Found>> running = new ArrayList<>();
            for (int i = 0; i < parts; i++) {
                int part = i;
                Span span = new Span(family, seed, first + count * i / parts, first + count * (i + 1) / parts);
                running.add(threads.submit(() -> new Crew(folder, traces, cases -> {
                    done.set(part, cases);
                    progress.accept(family + ", " + sum(done) + " of " + count);
                }).run(span)));
            }
            for (Future<Crew.Found> part : running) {
                all = all.plus(part.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("fuzz: interrupted", interrupted);
        } catch (java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException("fuzz: " + family, failed.getCause());
        }
        long cuts = Math.min(all.everyCut(), Math.ceilDiv(count, Family.BETWEEN_CUTS));
        return new Tally(family, count, cuts, all.everyCut(), all.refused(), all.read(), all.taken(),
                (System.nanoTime() - begin) / 1e9, all.complaints());
    }

    private static long sum(AtomicLongArray parts) {
        long sum = 0;
        for (int i = 0; i < parts.length(); i++) {
            sum += parts.get(i);
        }
        return sum;
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("arrayport-fuzz");
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: no folder for the workers", problem);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: " + folder, problem);
        }
    }
}
