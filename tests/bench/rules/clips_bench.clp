;; The one case of histories.txt by the oracle's rules, over and over: its events stay in memory, and only the last round
;; prints what it found. times.txt says how many rounds.

(deffunction load-case ()
   (open "histories.txt" histories "r")
   (bind ?line (readline histories))
   (bind ?count 0)
   (while (neq ?line EOF)
      (bind ?words (explode$ ?line))
      (if (eq (nth$ 1 ?words) H) then (begin-history ?words))
      (if (eq (nth$ 1 ?words) E) then (read-event ?words) (bind ?count (+ ?count 1)))
      (bind ?line (readline histories)))
   (close histories)
   ?count)

(deffunction rounds ()
   (open "times.txt" times "r")
   (bind ?rounds (read times))
   (close times)
   ?rounds)

(deffunction measure ()
   (bind ?events (load-case))
   (bind ?rounds (rounds))
   (open "oracle.txt" answers "w")
   (bind ?*quiet* TRUE)
   (bind ?began (time))
   (loop-for-count (?round 1 ?rounds) do
      (if (= ?round ?rounds) then (bind ?*quiet* FALSE))
      (forget-case)
      (loop-for-count (?n 1 ?events) do (play (event-number ?n)))
      (answer))
   (printout t (/ ?rounds (- (time) ?began)) crlf)
   (close answers))
