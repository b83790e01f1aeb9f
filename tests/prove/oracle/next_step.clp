;; Who holds and what comes next, printed for one instant: HELD and NEXT of engine.md 4, the ladders of 4a.

(defglobal ?*quiet* = FALSE ?*seated* = (create$))

(deffunction say ($?words)
   (if ?*quiet* then (return))
   (printout answers ?*history* " " ?*n*)
   (progn$ (?word ?words) (printout answers " " ?word))
   (printout answers crlf))

(deffunction held-by (?holder ?worker ?acting)
   (if (eq ?holder nil) then (return duty))
   (if (eq ?acting yes) then (sym-cat "supervisor:" ?holder) else ?worker))

(deffunction holder-of (?need)
   (bind ?o (of-need ?need))
   (if (neq (send ?o get-holder) nil)
      then (held-by (send ?o get-holder) (send ?o get-worker) (send ?o get-acting))
      else (held-by (send ?o get-last-holder) (send ?o get-last-worker) (send ?o get-last-acting))))

(deffunction holder-for (?scope)
   (if (neq ?scope both) then (return (holder-of ?scope)))
   (if (or (neq (send [mental_health] get-holder) nil) (eq (send [substance_use] get-holder) nil))
      then (holder-of mental_health) else (holder-of substance_use)))

(deffunction coordinator () (if (eq ?*coordinator* nil) then coordinator else ?*coordinator*))

;; what somebody who has left would own goes to the supervisor of their service
(deffunction present (?owner)
   (progn$ (?need (create$ mental_health substance_use))
      (bind ?o (of-need ?need))
      (if (and (eq (send ?o get-acting) yes) (eq (send ?o get-worker) ?owner) (neq (send ?o get-holder) nil))
         then (return (sym-cat "supervisor:" (send ?o get-holder)))))
   ?owner)

(deffunction act (?need ?what ?owner ?due ?level)
   (say A ?need ?what (present ?owner) ?due ?level))

;; whoever refused since the last meeting has a seat at the next one
(deffunction was-later (?a ?b)
   (or (> (fact-slot-value ?a at) (fact-slot-value ?b at))
       (and (= (fact-slot-value ?a at) (fact-slot-value ?b at)) (> (fact-slot-value ?a id) (fact-slot-value ?b id)))))

(deffunction plan-seats (?meeting)
   (progn$ (?b (sort was-later (find-all-facts ((?b bounce))
         (and (eq ?b:counts yes) (eq ?b:refusal yes) (eq ?b:attempt no) (eq ?b:overturned no)))))
      (bind ?service (fact-slot-value ?b service))
      (if (not (member$ ?service ?*seated*)) then
         (bind ?*seated* (create$ ?*seated* ?service))
         (act (fact-slot-value ?b need) mdt_seat (sym-cat "coordinator:" ?service) ?meeting 3))))

(deffunction plan-chase (?need ?from)
   (act ?need chase (holder-of ?need) (if (< ?*now* (due ?from 1)) then (due ?from 1) else (due ?from 6)) 0)
   (if (>= ?*now* (due ?from 21)) then
      (act ?need strategic_lead_review strategic_lead (due ?from 21) 4) (return))
   (if (>= ?*now* (due ?from 16)) then
      (act ?need hold_mdt (coordinator) (due ?from 16) 3) (return))
   (if (>= ?*now* (due ?from 11)) then
      (act ?need supervisor_review supervisor (due ?from 11) 2)))

(deffunction since-touch (?at) (if (eq ?*in-touch* nil) then ?at else (max ?at ?*in-touch*)))

(deffunction plan-watch (?need ?o)
   (bind ?leg (send ?o get-leg))
   (if (or (eq ?leg sent) (eq ?leg acknowledged) (eq ?leg information_requested))
      then (act ?need check_reply (holder-of ?need) (send ?o get-silent-from) 0))
   (if (eq ?leg started)
      then (act ?need review (holder-of ?need) (send ?o get-silent-from) 0)))

(deffunction plan-leg (?need ?o)
   (bind ?leg (send ?o get-leg))
   (if (or (eq ?leg nil) (is-terminal ?leg)) then
      (act ?need make_referral (holder-of ?need) (due (send ?o get-opened) 2) 0)
      (return))
   (if (eq ?leg draft) then (act ?need make_referral (holder-of ?need) (due (send ?o get-since) 2) 0))
   (if (eq ?leg handover_pending) then
      (act ?need complete_handover (sym-cat "coordinator:" (send ?o get-service)) (due (send ?o get-since) 5) 0))
   (bind ?from (send ?o get-soft))
   (if (eq (send ?o get-silent) yes) then
      (bind ?from (if (eq ?from nil) then (send ?o get-silent-from) else (min ?from (send ?o get-silent-from)))))
   (if (eq ?from nil) then (plan-watch ?need ?o) else (plan-chase ?need ?from))
   (if (or (eq ?leg accepted) (eq ?leg waiting))
      then (act ?need waiting_well_contact (holder-of ?need)
                (+ 1209600 (since-touch (- (send ?o get-silent-from) 2419200))) 0))
   (if (neq (send ?o get-no-care) nil) then
      (act ?need step_down_plan (holder-of ?need) (due (send ?o get-no-care) 5) 0))
   (if (and (neq (send ?o get-close-tried) nil) (is-open (other-need ?need))) then
      (act both joint_closure (coordinator) (due (send ?o get-close-tried) 5) 0)))

(deffunction began-later (?a ?b) (> (fact-slot-value ?a id) (fact-slot-value ?b id)))

(deffunction plan-challenge (?need ?declined ?opened ?minimum ?handed ?handed-rung)
   (bind ?rung (rung-at ?declined ?opened ?minimum))
   (bind ?what (nth$ (+ ?rung 1) (create$ keyworker_query challenge_letter supervisors_contact hold_mdt
                                          strategic_lead_review external_route)))
   (bind ?owner (nth$ (+ ?rung 1) (create$ holder coordinator supervisor coordinator strategic_lead coordinator)))
   (if (eq ?owner holder) then (bind ?owner (holder-of ?need)))
   (if (eq ?owner coordinator) then (bind ?owner (coordinator)))
   (if (= ?rung ?handed-rung) then (bind ?owner ?handed))
   (bind ?due (rung-due ?declined ?opened ?minimum ?rung))
   (act ?need ?what ?owner ?due ?rung)
   (if (eq ?what hold_mdt) then (plan-seats ?due)))

(deffunction plan-ladder (?need)
   (progn$ (?c (sort began-later (find-all-facts ((?c challenge)) (and (eq ?c:open yes) (eq ?c:need ?need)))))
      (plan-challenge ?need (fact-slot-value ?c declined) (fact-slot-value ?c opened) (fact-slot-value ?c rung)
                      (fact-slot-value ?c handed) (fact-slot-value ?c handed-rung))))

(deffunction nears (?service)
   (bind ?limit (limit-of ?service))
   (and (neq ?limit nil) (neq ?*born* nil) (>= (london-day ?*now*) (window-before ?limit))))

(deffunction plan-birthday (?need ?o)
   (bind ?limit nil)
   (if (and (has-live-leg ?need) (nears (send ?o get-service))) then (bind ?limit (limit-of (send ?o get-service))))
   (if (nears (send ?o get-holder)) then (bind ?limit (limit-of (send ?o get-holder))))
   (if (neq ?limit nil) then
      (act ?need plan_transition (holder-of ?need) (five-o-clock (- (birthday ?limit) 1)) 0)))

(deffunction plan-need (?need)
   (bind ?o (of-need ?need))
   (if (is-open ?need) then
      (plan-leg ?need ?o)
      (plan-ladder ?need)
      (if (neq (send ?o get-awaits) nil) then
         (bind ?from (send ?o get-awaits-from))
         (act ?need name_worker (holder-of ?need) (due ?from 2) 0)
         (if (and (eq (send ?o get-acting) yes) (<= (due ?from 7) ?*now*))
            then (act ?need strategic_lead_review strategic_lead (due ?from 7) 4)))
      (plan-birthday ?need ?o))
   (if (and (neq (send ?o get-reoffer) nil) (eq (send ?o get-status) declined_by_person)) then
      (act ?need reoffer (holder-of ?need) (five-o-clock (send ?o get-reoffer)) 0)))

(deffunction level-of (?kind)
   (if (or (eq ?kind safety_follow_up) (eq ?kind crisis_reassess) (eq ?kind second_look) (eq ?kind protocol_review))
      then 2 else 0))

(deffunction plan-todo (?kind ?need ?owner ?worker ?service ?due ?words)
   (bind ?who (switch ?owner
      (case of-service then (sym-cat "coordinator:" ?service))
      (case holder then (holder-for ?need))
      (case coordinator then (coordinator))
      (case supervisor then supervisor)
      (default ?worker)))
   (act ?need (if (eq ?kind mdt_action) then ?words else ?kind) ?who ?due
        (level-of ?kind))
   (if (and (eq ?words not-returned) (<= (due ?due 5) ?*now*))
      then (act ?need supervisor_review supervisor (due ?due 5) 2)))

;; while a leg waits for an answer, somebody is in touch with the person every two weeks
(deffunction waits (?need)
   (bind ?leg (send (of-need ?need) get-leg))
   (and (is-open ?need) (or (eq ?leg sent) (eq ?leg acknowledged) (eq ?leg information_requested) (eq ?leg challenged)
                            (eq ?leg handover_pending))))

(deffunction plan-check-in ()
   (bind ?mh (waits mental_health)) (bind ?su (waits substance_use))
   (if (not (or ?mh ?su)) then (return))
   (bind ?scope (if (and ?mh ?su) then both else (if ?mh then mental_health else substance_use)))
   (bind ?since (if (eq ?scope both)
                   then (min (send [mental_health] get-opened) (send [substance_use] get-opened))
                   else (send (of-need ?scope) get-opened)))
   (act ?scope check_in (holder-for ?scope) (+ 1209600 (since-touch ?since)) 0))

(deffunction answer ()
   (bind ?*seated* (create$))
   (progn$ (?need (create$ mental_health substance_use))
      (bind ?o (of-need ?need))
      (say H ?need (if (is-open ?need) then (sym-cat (send ?o get-holder) "/" (send ?o get-worker)) else nil)
           (if (is-open ?need) then (send ?o get-acting) else no))
      (plan-need ?need))
   (if (neq ?*tennis* nil) then
      (act both hold_mdt (coordinator) (due ?*tennis* 10) 3)
      (plan-seats (due ?*tennis* 10)))
   (plan-check-in)
   (do-for-all-facts ((?t todo)) TRUE (plan-todo ?t:kind ?t:need ?t:owner ?t:worker ?t:service ?t:due ?t:words))
   (do-for-all-facts ((?b bounce)) (= ?b:n ?*n*) (say B ?b:need ?b:code ?b:cls)))

(deffunction answer-bounces ()
   (do-for-all-facts ((?b bounce)) TRUE
      (say C ?b:need ?b:code ?b:cls (if (eq ?b:service nil) then attempt else ?b:service))))
