package io.arrayport.conformance.bench.run;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.arrayport.conformance.bench.child.DjlWorkshop;
import io.arrayport.core.error.ArrayportException;

/**
 * Other array libraries of the JVM, each in a process of its own. DJL is a dependency anyway; ND4J and multik are
 * those of the Maven profile {@code peers}, which also compiles what drives them.
 */
public final class Peers {
    private static final String PACKAGE = "io.arrayport.conformance.peers.";
    private static final List<String> NAMES = List.of("djl", "nd4j", "multik");

    private final String classPath;

    private Peers(String classPath) {
        this.classPath = classPath;
    }

    /**
     * Asks Maven for the libraries, which fetches what is missing, and compiles what drives them.
     *
     * @param home the checkout
     * @throws ArrayportException if that fails
     */
    public static Peers resolve(Path home) throws IOException {
        Path target = home.resolve("conformance/peers/target");
        List<String> command = List.of("mvn", "-q", "-B", "-Dstyle.color=never", "-Ppeers", "-Dquick",
                "-Dmaven.test.skip=true", "-pl", "conformance/peers", "-am", "compile");
        try {
            Process maven = new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
            maven.getOutputStream().close();
            String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (maven.waitFor() != 0) {
                throw new ArrayportException("--peers: Maven could not get ND4J and multik, which are on Maven"
                        + " Central: " + said.lines().filter(line -> line.contains("ERROR")).findFirst().orElse(said));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ArrayportException("--peers: interrupted", interrupted);
        } catch (IOException absent) {
            throw new ArrayportException("--peers: Maven does not start (" + absent.getMessage()
                    + "); install Maven 3.8 or newer, or leave --peers out", absent);
        }
        return new Peers(target.resolve("classes") + File.pathSeparator
                + Files.readString(target.resolve("class-path")).strip() + File.pathSeparator + Sides.classPath());
    }

    /** Returns their names. */
    public List<String> names() {
        return NAMES;
    }

    /** Starts all of them. */
    List<Side> start(int threads) throws IOException {
        List<Side> sides = new ArrayList<>();
        sides.add(Sides.java("djl", DjlWorkshop.class.getName(), Sides.classPath(), threads));
        sides.add(Sides.java("nd4j", PACKAGE + "Nd4jWorkshop", classPath, threads));
        sides.add(Sides.java("multik", PACKAGE + "MultikWorkshop", classPath, threads));
        return sides;
    }
}
