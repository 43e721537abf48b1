"""Says for which names of the main namespace the cases do not meet what names.json.gz requires."""

import names


def show(suites):
    covered = {}
    for suite in suites:
        for name, covers in suite.covered.items():
            covered.setdefault(name, set()).update(covers)
    entries = names.build()["modules"]["numpy"]
    unmet = 0
    for entry in entries:
        name = "numpy." + entry["name"]
        missing = [need for need in entry["requires"] if need not in covered.get(name, ())]
        if missing or name not in covered:
            unmet += 1
            print(f"{entry['kind']:9} {entry['name']:24} {' '.join(missing) if name in covered else 'no case'}")
    print(f"{len(entries)} names, {unmet} not met, {len(entries) - unmet} met")
