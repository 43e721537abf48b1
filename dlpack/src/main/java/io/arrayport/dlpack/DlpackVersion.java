package io.arrayport.dlpack;

/**
 * A version of DLPack. One of another major number has other structs; one of another minor number has other codes.
 *
 * @param major 0 means the legacy struct, which carries no version
 * @param minor at least 0
 */
public record DlpackVersion(int major, int minor) {
    /** What this library speaks. */
    public static final DlpackVersion CURRENT = new DlpackVersion(Abi.MAJOR_VERSION, Abi.MINOR_VERSION);

    /** @throws IllegalArgumentException if a number is negative */
    public DlpackVersion {
        if (major < 0 || minor < 0) {
            throw new IllegalArgumentException("dlpack version: (" + major + ", " + minor + ") has a negative number");
        }
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
