;; Working days and London time, written by hand: Monday to Friday less England's bank holidays as published for
;; 2026 to 2030. Days are counted from 1 January 1970 (a Thursday), instants are seconds from its first.

(defglobal
   ?*first-day* = 20423   ; 1 December 2025
   ?*last-day* = 22644    ; 31 December 2031
   ?*working* = (create$)
   ?*working-up-to* = (create$))

(deffunction days-of (?y ?m ?d)
   (bind ?y (if (<= ?m 2) then (- ?y 1) else ?y))
   (bind ?era (div ?y 400))
   (bind ?of-era (- ?y (* ?era 400)))
   (bind ?shifted (if (> ?m 2) then (- ?m 3) else (+ ?m 9)))
   (bind ?of-year (+ (div (+ (* 153 ?shifted) 2) 5) (- ?d 1)))
   (+ (* ?era 146097) (* ?of-era 365) (div ?of-era 4) (- 0 (div ?of-era 100)) ?of-year -719468))

;; one hour from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00 UTC; the year may be off by one
;; within a day of New Year, which is winter on both sides
(deffunction last-sunday (?year ?month)
   (bind ?day (days-of ?year ?month 31))
   (- ?day (mod (+ ?day 4) 7)))

(deffunction london-offset (?at)
   (bind ?year (+ 1970 (div ?at 31556952)))
   (if (and (>= ?at (+ (* 86400 (last-sunday ?year 3)) 3600)) (< ?at (+ (* 86400 (last-sunday ?year 10)) 3600)))
      then 3600 else 0))

(deffunction london-day (?at) (div (+ ?at (london-offset ?at)) 86400))

(deffunction five-o-clock (?day)
   (bind ?noon (+ (* ?day 86400) 61200))
   (- ?noon (london-offset (- ?noon 3600))))

(deffunction weekday (?day) (mod (+ ?day 3) 7))  ; 0 is Monday

(deffunction bank-holidays ()
   (create$
      (days-of 2025 12 25) (days-of 2025 12 26)
      (days-of 2026 1 1) (days-of 2026 4 3) (days-of 2026 4 6) (days-of 2026 5 4) (days-of 2026 5 25)
      (days-of 2026 8 31) (days-of 2026 12 25) (days-of 2026 12 28)
      (days-of 2027 1 1) (days-of 2027 3 26) (days-of 2027 3 29) (days-of 2027 5 3) (days-of 2027 5 31)
      (days-of 2027 8 30) (days-of 2027 12 27) (days-of 2027 12 28)
      (days-of 2028 1 3) (days-of 2028 4 14) (days-of 2028 4 17) (days-of 2028 5 1) (days-of 2028 5 29)
      (days-of 2028 8 28) (days-of 2028 12 25) (days-of 2028 12 26)
      (days-of 2029 1 1) (days-of 2029 3 30) (days-of 2029 4 2) (days-of 2029 5 7) (days-of 2029 5 28)
      (days-of 2029 8 27) (days-of 2029 12 25) (days-of 2029 12 26)
      (days-of 2030 1 1) (days-of 2030 4 19) (days-of 2030 4 22) (days-of 2030 5 6) (days-of 2030 5 27)
      (days-of 2030 8 26) (days-of 2030 12 25) (days-of 2030 12 26)))

(deffunction fill-calendar ()
   (bind ?holidays (bank-holidays))
   (bind ?days (create$))
   (bind ?counts (create$))
   (bind ?n 0)
   (loop-for-count (?day ?*first-day* ?*last-day*) do
      (if (and (< (weekday ?day) 5) (not (member$ ?day ?holidays)))
         then (bind ?n (+ ?n 1)) (bind ?days (create$ ?days ?day)))
      (bind ?counts (create$ ?counts ?n)))
   (bind ?*working* ?days)
   (bind ?*working-up-to* ?counts))

;; 17:00 in London on the nth working day after the day of ?at
(deffunction due (?at ?n)
   (five-o-clock (nth$ (+ ?n (nth$ (+ 1 (- (london-day ?at) ?*first-day*)) ?*working-up-to*)) ?*working*)))
