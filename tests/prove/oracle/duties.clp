;; What is to do, who owes it and what settles it. The duties around a refusal are written from issue and policy notes
;; by hand: the numbers stand here a second time on purpose.

(deffacts clock-stops (stops H06) (stops H12) (stops H13))  ; the person decided, somebody else leads, nobody is found
(deffacts said-at-crisis-doors (at-crisis N08))
(deffacts said-by-the-person (by-person S14))

(deffunction is-emergency-source (?source) (or (eq ?source hospital) (eq ?source police)))
(deffunction is-told-afterwards (?source)
   (or (is-emergency-source ?source) (eq ?source gp) (eq ?source housing)))

(deffunction drop-todos (?kind ?need)
   (do-for-all-facts ((?t todo)) (and (eq ?t:kind ?kind) (or (eq ?need both) (eq ?t:need ?need))) (retract ?t)))

(deffunction add-todo (?kind ?need ?due ?owner ?worker ?service ?words)
   (bind ?*todo* (+ ?*todo* 1))
   (assert (todo (id ?*todo*) (kind ?kind) (need ?need) (owner ?owner) (worker ?worker) (service ?service)
                 (from ?*now*) (due ?due) (n ?*n*) (words ?words))))

(deffunction owe-once (?kind ?need ?due ?owner ?service)
   (if (not (any-factp ((?t todo)) (and (eq ?t:kind ?kind) (eq ?t:need ?need) (eq ?t:service ?service))))
      then (add-todo ?kind ?need ?due ?owner nil ?service nil)))

(deffunction settle (?kind ?need ?service)
   (do-for-all-facts ((?t todo)) (and (eq ?t:kind ?kind) (eq ?t:need ?need) (eq ?t:service ?service)) (retract ?t)))

;; the service took the person in, or changed its answer: nothing of its refusal is left to do
(deffunction settle-refuser (?need ?service)
   (progn$ (?kind (create$ reason_in_writing named_contact protocol_check protocol_review second_opinion second_look))
      (settle ?kind ?need ?service)))

;; the outcome is known: whoever asked for the person is told, once
(deffunction outcome-known (?need)
   (delayed-do-for-all-facts ((?r referrer)) (eq ?r:need ?need)
      (bind ?source ?r:source)
      (retract ?r)
      (if (not (any-factp ((?t todo)) (and (eq ?t:kind feed_back_outcome) (eq ?t:words ?source))))
         then (add-todo feed_back_outcome ?need (due ?*now* 5) holder nil nil ?source))))

;; any service took the need: nobody who refused it owes a reason, a contact or a protocol any more
(deffunction taken (?need ?service)
   (settle-refuser ?need ?service)
   (drop-todos reason_in_writing ?need)
   (drop-todos named_contact ?need)
   (drop-todos protocol_check ?need)
   (drop-todos crisis_reassess ?need)
   (outcome-known ?need))

;; turned away in a crisis: seen again within a day, and what nobody asked about is asked within four hours
(deffunction crisis-bounced (?need ?service)
   (if (not (any-factp ((?t todo)) (and (eq ?t:kind crisis_reassess) (eq ?t:need ?need))))
      then (add-todo crisis_reassess ?need (+ ?*now* 86400) supervisor nil ?service nil))
   (if (and (eq ?*thoughts* nil) (eq ?*scored* no))
      then (owe-once ask_safety both (+ ?*now* 14400) holder nil)))

;; three visits on different occasions within 90 days are looked at together
(deffunction attended (?when)
   (if (any-factp ((?v visit)) (= ?v:at ?when)) then (return))
   (assert (visit (at ?when)))
   (bind ?latest 0)
   (do-for-all-facts ((?v visit)) TRUE (bind ?latest (max ?latest ?v:at)))
   (delayed-do-for-all-facts ((?v visit)) (< ?v:at (- ?latest 7776000)) (retract ?v))
   (if (and (>= (length$ (find-all-facts ((?v visit)) TRUE)) 3)
            (not (any-factp ((?t todo)) (eq ?t:kind repeat_attendance_review))))
      then (add-todo repeat_attendance_review both (due ?*now* 2) coordinator nil nil nil)))

;; the words sound like a refusal that is never legitimate, and the code given is not one of those: a person looks
(deffunction sounds-worse (?n ?need ?code ?words)
   (and (eq ?words sober) (is-open ?need)
        (not (any-factp ((?l looked-again)) (eq (nth$ 1 ?l:implied) ?n)))
        (not (any-factp ((?c class)) (and (eq (nth$ 1 ?c:implied) ?code) (eq (nth$ 2 ?c:implied) never))))))

(deffunction look-again (?need ?service) (add-todo second_look ?need (due ?*now* 2) supervisor nil ?service nil))
