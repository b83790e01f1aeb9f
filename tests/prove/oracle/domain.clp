;; What domain.md section 3 says of each reason, by hand, and what the case looks like. Nothing here was made from the
;; policy file or from the engine.

(deffacts classes
   (class N01 never) (class N02 never) (class N03 never) (class N04 never) (class N05 never) (class N06 never)
   (class N07 never) (class N08 never) (class N09 never) (class N10 never) (class N11 never) (class N12 never)
   (class N13 never) (class N14 never) (class N15 never) (class N16 never) (class N17 never) (class N18 never)
   (class N19 never)
   (class H01 handover) (class H02 handover) (class H03 handover) (class H04 handover) (class H05 handover)
   (class H06 handover) (class H07 handover) (class H08 handover) (class H09 handover) (class H10 handover)
   (class H11 handover) (class H12 handover) (class H13 handover)
   (class S01 soft) (class S02 soft) (class S03 soft) (class S04 soft) (class S05 soft) (class S06 soft)
   (class S07 soft) (class S08 soft) (class S09 soft) (class S10 soft) (class S11 soft) (class S12 soft)
   (class S13 soft) (class S14 soft))

;; The refusal that is hearsay until the person has been asked.
(deffacts hearsay (confirm-with-person H06))

(deftemplate event
   (slot n) (slot at) (slot kind)
   (slot need) (slot service) (slot worker) (slot code) (slot what) (slot other) (slot date) (slot ref)
   (multislot safety)   ; thoughts attempt overdose pregnant withdrawal intoxicated: yes, no or nil
   (multislot more)
   (slot kept (default no)))

(deftemplate bounce
   (slot id) (slot n) (slot code) (slot cls) (slot need) (slot service) (slot refusal) (slot attempt) (slot overturned)
   (slot points) (slot at) (slot counts))
(deftemplate challenge (slot id) (slot need) (slot service) (slot declined) (slot rung) (slot opened) (slot open)
   (slot handed (default nil)) (slot handed-rung (default -1)))
(deftemplate todo
   (slot id) (slot kind) (slot need) (slot owner) (slot worker) (slot service) (slot from) (slot due) (slot n)
   (slot words))

(deftemplate referrer (slot need) (slot source))  ; asked for the person, and not told of an outcome yet
(deftemplate visit (slot at))                     ; to a crisis door, within 90 days before the latest
(deftemplate void (slot n))  ; entered in error
(deffacts looked (looked-again 0 nil))  ; event and class; there is no event 0

(defclass NEED (is-a USER) (role concrete) (pattern-match non-reactive)
   (slot status) (slot first) (slot opened)
   (slot holder) (slot worker) (slot acting) (slot duty)
   (slot last-holder) (slot last-worker) (slot last-acting)
   (slot leg) (slot service) (slot since) (slot silent-from) (slot silent) (slot soft) (slot close-tried) (slot no-care)
   (slot info) (slot missed)
   (slot awaits) (slot awaits-from) (slot until) (slot choice) (slot reoffer))

(defglobal
   ?*now* = 0 ?*last* = 0 ?*n* = 0 ?*todo* = 0
   ?*thoughts* = nil ?*attempt* = nil ?*overdose* = nil ?*pregnant* = nil ?*withdrawal* = nil ?*drunk* = nil
   ?*scored* = no ?*died* = no ?*coordinator* = nil ?*tennis* = nil ?*in-touch* = nil
   ?*born* = nil ?*history* = 0 ?*corrected* = no ?*refused* = no ?*kept* = (create$)
   ?*saved* = (create$))

(deffunction blank (?need)
   (make-instance ?need of NEED
      (status not_asked) (first nil) (opened nil) (holder nil) (worker nil) (acting no) (duty no)
      (last-holder nil) (last-worker nil) (last-acting no)
      (leg nil) (service nil) (since nil) (silent-from nil) (silent no) (soft nil) (close-tried nil) (no-care nil)
      (info 0) (missed 0) (awaits nil) (awaits-from nil) (until nil) (choice no) (reoffer nil)))

(deffunction forget-case ()
   (blank mental_health) (blank substance_use)
   (do-for-all-facts ((?f bounce challenge todo)) TRUE (retract ?f))
   (do-for-all-facts ((?f referrer visit)) TRUE (retract ?f))
   (bind ?*thoughts* nil) (bind ?*attempt* nil) (bind ?*overdose* nil) (bind ?*pregnant* nil)
   (bind ?*withdrawal* nil) (bind ?*drunk* nil) (bind ?*scored* no) (bind ?*died* no)
   (bind ?*coordinator* nil) (bind ?*tennis* nil) (bind ?*in-touch* nil))

(deffunction of-need (?need) (symbol-to-instance-name ?need))
(deffunction other-need (?need) (if (eq ?need mental_health) then substance_use else mental_health))

(deffunction is-open (?need)
   (bind ?status (send (of-need ?need) get-status))
   (or (eq ?status possible) (eq ?status present)))

(deffunction is-terminal (?leg) (or (eq ?leg completed) (eq ?leg withdrawn_by_person) (eq ?leg closed_jointly)))
(deffunction is-joined (?leg) (or (eq ?leg accepted) (eq ?leg waiting) (eq ?leg started)))

(deffunction has-live-leg (?need)
   (bind ?leg (send (of-need ?need) get-leg))
   (and (neq ?leg nil) (not (is-terminal ?leg))))

;; SAFETY: an instrument's item counts until somebody has asked
(deffunction suicidal () (or (eq ?*thoughts* yes) (eq ?*scored* yes)))
(deffunction at-risk ()
   (or (suicidal) (eq ?*attempt* yes) (eq ?*overdose* yes) (eq ?*pregnant* yes) (eq ?*withdrawal* yes)))
(deffunction is-emergency () (or (eq ?*overdose* yes) (and (suicidal) (eq ?*attempt* yes))))

;; the age limits of the services of this directory: a young people's service ends at 18
(deffunction limit-of (?service) (if (eq ?service camhs) then 18 else nil))

(deffunction birthday (?years)
   (days-of (+ ?years (nth$ 1 ?*born*)) (nth$ 2 ?*born*) (nth$ 3 ?*born*)))

;; six months before, or the last day of that month when it is shorter
(deffunction window-before (?years)
   (bind ?y (+ ?years (nth$ 1 ?*born*)))
   (bind ?m (- (nth$ 2 ?*born*) 6))
   (if (< ?m 1) then (bind ?m (+ ?m 12)) (bind ?y (- ?y 1)))
   (bind ?d (nth$ 3 ?*born*))
   (bind ?next (if (= ?m 12) then (days-of (+ ?y 1) 1 1) else (days-of ?y (+ ?m 1) 1)))
   (min (+ (days-of ?y ?m 1) (- ?d 1)) (- ?next 1)))
