"""What a reader of published files can work out: the least and the most that each hidden count can be.

Every count is an unknown whole number; what is shown leaves a stretch of the numbers that round to it, and what adds up
adds up. First bound by bound, then by glpsol for those that this leaves narrow or undecided.
"""

import math
import subprocess

INFINITE = math.inf


class Reader:
    def __init__(self, threshold=5, rounding=5):
        self.threshold, self.rounding = threshold, rounding
        self.names, self.low, self.high, self.sums, self.within = {}, [], [], [], []

    def unknown(self, name):
        if name not in self.names:
            self.names[name] = len(self.low)
            self.low.append(0)
            self.high.append(INFINITE)
        return self.names[name]

    def see(self, name, value, hidden):
        """A cell of a file."""
        at = self.unknown(name)
        if value == hidden:
            return
        low, high = value, value
        if value > 0 and self.rounding > 1:
            low = max(value - self.rounding // 2, self.threshold)
            high = value + (self.rounding - 1) // 2
        self.low[at], self.high[at] = max(self.low[at], low), min(self.high[at], high)

    def nought(self, name):
        at = self.unknown(name)
        self.high[at] = min(self.high[at], 0)

    def adds_up(self, total, parts):
        if parts == [total]:
            return
        self.sums.append((self.unknown(total), [self.unknown(part) for part in parts]))

    def part_of(self, part, whole):
        self.within.append((self.unknown(part), self.unknown(whole)))

    def propagate(self):
        low, high = self.low, self.high
        moved = True
        while moved:
            moved = False
            for total, parts in self.sums:
                least, most = sum(low[at] for at in parts), sum(high[at] for at in parts)
                moved |= self.narrow(total, least, most)
                for at in parts:
                    others_least = least - low[at]
                    others_most = most - high[at] if high[at] < INFINITE else sum(high[i] for i in parts if i != at)
                    moved |= self.narrow(at, low[total] - others_most, high[total] - others_least)
                    least, most = sum(low[i] for i in parts), sum(high[i] for i in parts)
            for part, whole in self.within:
                moved |= self.narrow(part, 0, high[whole])
                moved |= self.narrow(whole, low[part], INFINITE)

    def narrow(self, at, least, most):
        moved = False
        if least > self.low[at]:
            self.low[at], moved = least, True
        if most < self.high[at]:
            self.high[at], moved = most, True
        if self.low[at] > self.high[at]:
            raise AssertionError(f"the files contradict each other at {list(self.names)[at]}")
        return moved

    def system(self):
        lines = ["Subject To"]
        for total, parts in self.sums:
            lines.append(" + ".join(f"x{at}" for at in parts) + f" - x{total} = 0" if parts else f"x{total} = 0")
        lines += [f"x{part} - x{whole} <= 0" for part, whole in self.within]
        lines.append("Bounds")
        for at, (least, most) in enumerate(zip(self.low, self.high)):
            lines.append(f"{least} <= x{at}" + (f" <= {most:.0f}" if most < INFINITE else ""))
        lines += ["Generals", " ".join(f"x{at}" for at in range(len(self.low))), "End"]
        return "\n".join(lines)

    def ranges(self, names, folder, enough=3, worth=12):
        """Of each of these: the least and the most. What bounds alone leave wider than `worth` is asked of the solver
        too, as a linear question, and asked in whole numbers when that comes out narrow."""
        self.propagate()
        system, found, asked = self.system(), {}, 0
        for name in names:
            at = self.names[name]
            least, most = self.low[at], self.high[at]
            if most - least + 1 >= enough:
                asked += 1
                least = self.best(system, at, "Minimize", folder)
                most = self.best(system, at, "Maximize", folder) if most < INFINITE or worth else most
            found[name] = (least, most)
        return found, asked

    def best(self, system, at, way, folder):
        """nothing above: no bound."""
        file = folder / "question.lp"
        file.write_text(f"{way}\n answer: x{at}\n{system}\n")
        done = subprocess.run(["glpsol", "--lp", str(file), "--nomip", "-o", str(folder / "answer.txt")],
                              capture_output=True, text=True)
        out = done.stdout
        if "UNBOUNDED" in out or "NO DUAL FEASIBLE" in out:
            return INFINITE
        if done.returncode != 0 or "OPTIMAL" not in out:
            raise AssertionError(out[-600:])
        answer = (folder / "answer.txt").read_text()
        line = next(line for line in answer.splitlines() if line.startswith("Objective:"))
        value = float(line.split("=")[1].split()[0])
        return math.ceil(value - 1e-6) if way == "Minimize" else math.floor(value + 1e-6)
