-- What a released store of schema 0002 held, row for row; written by the program of that day.
INSERT INTO "child" ("serial", "id", "number", "date_of_birth", "sex", "known_as", "family_name", "pronouns", "ethnicity", "languages", "communication_needs", "sibling_group", "upn", "iro_name", "iro_allocated_on", "social_worker", "team", "unaccompanied", "asylum_seeking_until", "permanence_plan", "permanently_matched_on", "sdq_score", "sdq_reason", "health_assessment_up_to_date", "dental_check_up_to_date", "immunisations_up_to_date", "last_health_assessment", "last_dental_check", "last_social_work_visit", "last_iro_contact", "made_up", "head", "withdrawn", "parent_id")
VALUES (1, 'child-1', 'MADEUP471108', '2014-02-28', 'U', 'Made-up Wren', '', '', '', '[]', '', '', '', 'Made-up Officer', NULL, '', '', 0, NULL, '', NULL, NULL, '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, 'ac0b7b34-3463-4b5b-8eb2-fba9715c86bc', 0, NULL);
INSERT INTO "important_person" ("serial", "id", "child_id", "name", "relationship", "organisation", "languages", "may_be_invited", "notes", "head", "withdrawn")
VALUES (1, 'person-1', 'child-1', 'Made-up Aunt', '', '', '[]', 1, '', '580edcee-4a9c-42ef-abb9-23c52d3b5221', 0);
INSERT INTO "episode" ("serial", "id", "child_id", "started", "reason_started", "legal_status", "category_of_need", "placement", "provider", "ended", "reason_ended", "reason_for_move", "home_postcode", "placement_postcode", "urn", "head", "withdrawn")
VALUES (1, 'episode-1', 'child-1', '2022-05-04', '', '', '', '', '', NULL, '', '', '', '', '', 'c8b8c049-c325-4ea4-8d09-fc520e03284a', 0);
INSERT INTO "scaling_question" ("serial", "id", "child_id", "text", "meaning_of_0", "meaning_of_10", "asked_first_in", "position", "head", "withdrawn")
VALUES (1, 'question-1', 'child-1', 'How is home?', '', '', NULL, 0, 'c3703ff3-9f64-48fe-a26d-1be2588c2cab', 0);
INSERT INTO "review" ("serial", "id", "child_id", "kind", "status", "origin", "planned_for", "planned_at", "held_on", "form", "form_version", "participation", "participation_confirmed", "participation_reason", "output", "output_reason", "closed_on", "closed_by", "head", "withdrawn", "starts_at", "lasts_minutes", "conduct", "began_on", "completed_on", "counted_because", "late_reason", "late_note", "cancelled_because", "adjourned_on", "adjourned_because", "resumed_on")
VALUES (1, 'review-1', 'child-1', 'looked_after', 'planned', 'laptop', '2026-11-24', '', NULL, '', 0, NULL, 0, '', NULL, '', NULL, '', '2b4b1bd0-87ff-4b0d-b292-1e903bcbc7f1', 0, NULL, 0, 'meeting', NULL, NULL, '', NULL, '', '', NULL, '', NULL);
INSERT INTO "review" ("serial", "id", "child_id", "kind", "status", "origin", "planned_for", "planned_at", "held_on", "form", "form_version", "participation", "participation_confirmed", "participation_reason", "output", "output_reason", "closed_on", "closed_by", "head", "withdrawn", "starts_at", "lasts_minutes", "conduct", "began_on", "completed_on", "counted_because", "late_reason", "late_note", "cancelled_because", "adjourned_on", "adjourned_because", "resumed_on")
VALUES (2, 'review-0', 'child-1', 'looked_after', 'closed', 'laptop', '2026-05-04', 'School', '2026-05-05', '', 0, NULL, 0, '', NULL, '', '2026-05-06', 'Made-up Officer', '792d0e71-364e-4add-96c1-8931cd38ddf7', 0, NULL, 0, 'meeting', NULL, NULL, '', NULL, 'The train', '', NULL, '', NULL);
INSERT INTO "participant" ("serial", "id", "child_id", "review_id", "name", "role", "relationship", "invited", "not_invited_because", "consulted", "consulted_how", "attendance", "voice", "position", "head", "withdrawn")
VALUES (1, 'participant-1', 'child-1', 'review-1', 'Made-up Carer', 'carer', '', 1, '', 'not_yet', '', 'not_recorded', 'not_recorded', 0, '063e8e97-d3c1-497f-bdcd-37c0c05c251d', 0);
INSERT INTO "answer" ("serial", "id", "child_id", "review_id", "question", "item", "value", "head", "withdrawn")
VALUES (1, 'answer-1', 'child-1', 'review-1', 'home', '', '"Fine"', '9d6e532c-85d9-4dd5-81d7-a538d45c5e08', 0);
INSERT INTO "view" ("serial", "id", "child_id", "review_id", "words", "about", "heard_by", "heard_on", "how", "sharing", "position", "head", "withdrawn")
VALUES (1, 'view-1', 'child-1', 'review-1', 'I like it here', '', '', NULL, 'said_to_me', 'not_asked', 0, '27775c4a-3aed-4383-98ca-83b9c8031295', 0);
INSERT INTO "decision" ("serial", "id", "child_id", "review_id", "what", "owner", "due_on", "by_when", "words_for_child", "position", "kept", "kept_note", "kept_looked_at_in", "head", "withdrawn")
VALUES (1, 'decision-1', 'child-1', 'review-1', 'Swim on Fridays', '', NULL, '', '', 0, 'not_looked_at', '', NULL, '60fbf1e0-6821-4869-afbc-b007f859a012', 0);
INSERT INTO "decision" ("serial", "id", "child_id", "review_id", "what", "owner", "due_on", "by_when", "words_for_child", "position", "kept", "kept_note", "kept_looked_at_in", "head", "withdrawn")
VALUES (2, 'decision-0', 'child-1', 'review-0', 'Swim', '', NULL, '', '', 0, 'not_looked_at', '', NULL, '01483588-3d84-4628-9c7b-a3556a11d02a', 0);
INSERT INTO "scale_answer" ("serial", "id", "child_id", "review_id", "question_id", "person", "role", "state", "value", "why_not_lower", "what_would_make_it_higher", "medium", "answered_on", "position", "head", "withdrawn")
VALUES (1, 'scale-answer-1', 'child-1', 'review-1', 'question-1', 'Made-up Carer', 'carer', 'not_asked', '6.5', '', '', 'said', NULL, 0, '7d5c32e8-63c4-481c-895d-c09dbae7dc8e', 0);
INSERT INTO "addendum" ("serial", "id", "child_id", "review_id", "text", "added_on", "added_by", "head", "withdrawn")
VALUES (1, 'addendum-1', 'child-1', 'review-1', 'The school has written since.', '2026-12-01', 'Made-up Officer', 'b4bcd233-1259-4468-85ec-af6c13aded98', 0);
INSERT INTO "written_document" ("serial", "id", "child_id", "review_id", "kind", "written_on", "sent_on", "sent_to", "head", "withdrawn")
VALUES (1, 'document-1', 'child-1', 'review-1', 'letter', '2026-12-01', NULL, '', '43cb76f5-e6aa-4cae-a2c8-826b1883e9ee', 0);
INSERT INTO "happening" ("serial", "id", "child_id", "happening", "on", "note", "recorded_by", "head", "withdrawn")
VALUES (1, 'happening-1', 'child-1', 'pep_held', '2026-10-05', '', 'Made-up Officer', '4fb0c830-5352-4eb6-9301-c6abbabf1b4b', 0);
INSERT INTO "sitting" ("serial", "id", "child_id", "review_id", "on", "with_whom", "note", "position", "head", "withdrawn")
VALUES (1, 'sitting-1', 'child-1', 'review-1', '2026-11-24', '', '', 0, '432b2d0f-ca23-474c-b0fd-bd6a90af3a0a', 0);
INSERT INTO "sitting" ("serial", "id", "child_id", "review_id", "on", "with_whom", "note", "position", "head", "withdrawn")
VALUES (2, 'sitting-0', 'child-1', 'review-0', '2026-05-05', '', '', 0, '0876fe90-37c4-4c04-9718-f000d096dc13', 0);
INSERT INTO "panel_member" ("serial", "id", "child_id", "review_id", "name", "is_chair", "is_member_or_officer", "works_for_the_home", "position", "head", "withdrawn")
VALUES (1, 'panel-member-1', 'child-1', 'review-1', 'Made-up Stranger', 0, 1, 0, 0, '8b0dfc05-1f0e-4ad9-8697-9cbe769e0f93', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (1, '1c013086-a209-4175-a8b1-6bcdd19299f9', 'child-1', NULL, 'child-1', 'child', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"child-1","number":"MADEUP471108","date_of_birth":"2014-02-28","sex":"U","known_as":"","family_name":"","pronouns":"","ethnicity":"","languages":[],"communication_needs":"","sibling_group":"","upn":"","iro_name":"","iro_allocated_on":null,"social_worker":"","team":"","unaccompanied":false,"asylum_seeking_until":null,"permanence_plan":"","permanently_matched_on":null,"sdq_score":null,"sdq_reason":"","health_assessment_up_to_date":null,"dental_check_up_to_date":null,"immunisations_up_to_date":null,"last_health_assessment":null,"last_dental_check":null,"last_social_work_visit":null,"last_iro_contact":null,"made_up":false,"parent_id":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (2, '580edcee-4a9c-42ef-abb9-23c52d3b5221', 'child-1', NULL, 'person-1', 'important_person', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"person-1","child_id":"child-1","name":"Made-up Aunt","relationship":"","organisation":"","languages":[],"may_be_invited":true,"notes":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (3, 'c8b8c049-c325-4ea4-8d09-fc520e03284a', 'child-1', NULL, 'episode-1', 'episode', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"episode-1","child_id":"child-1","started":"2022-05-04","reason_started":"","legal_status":"","category_of_need":"","placement":"","provider":"","ended":null,"reason_ended":"","reason_for_move":"","home_postcode":"","placement_postcode":"","urn":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (4, '2b4b1bd0-87ff-4b0d-b292-1e903bcbc7f1', 'child-1', 'review-1', 'review-1', 'review', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"review-1","child_id":"child-1","kind":"looked_after","status":"planned","origin":"laptop","planned_for":"2026-11-24","planned_at":"","held_on":null,"form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":null,"closed_by":"","starts_at":null,"lasts_minutes":0,"conduct":"meeting","began_on":null,"completed_on":null,"counted_because":"","late_reason":null,"late_note":"","cancelled_because":"","adjourned_on":null,"adjourned_because":"","resumed_on":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (5, 'c3703ff3-9f64-48fe-a26d-1be2588c2cab', 'child-1', NULL, 'question-1', 'scaling_question', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"question-1","child_id":"child-1","text":"How is home?","meaning_of_0":"","meaning_of_10":"","asked_first_in":null,"position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (6, '063e8e97-d3c1-497f-bdcd-37c0c05c251d', 'child-1', 'review-1', 'participant-1', 'participant', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"participant-1","child_id":"child-1","review_id":"review-1","name":"Made-up Carer","role":"carer","relationship":"","invited":true,"not_invited_because":"","consulted":"not_yet","consulted_how":"","attendance":"not_recorded","voice":"not_recorded","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (7, '9d6e532c-85d9-4dd5-81d7-a538d45c5e08', 'child-1', 'review-1', 'answer-1', 'answer', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"answer-1","child_id":"child-1","review_id":"review-1","question":"home","item":"","value":"Fine"}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (8, '27775c4a-3aed-4383-98ca-83b9c8031295', 'child-1', 'review-1', 'view-1', 'view', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"view-1","child_id":"child-1","review_id":"review-1","words":"I like it here","about":"","heard_by":"","heard_on":null,"how":"said_to_me","sharing":"not_asked","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (9, '60fbf1e0-6821-4869-afbc-b007f859a012', 'child-1', 'review-1', 'decision-1', 'decision', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"decision-1","child_id":"child-1","review_id":"review-1","what":"Swim on Fridays","owner":"","due_on":null,"by_when":"","words_for_child":"","position":0,"kept":"not_looked_at","kept_note":"","kept_looked_at_in":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (10, '7d5c32e8-63c4-481c-895d-c09dbae7dc8e', 'child-1', 'review-1', 'scale-answer-1', 'scale_answer', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"scale-answer-1","child_id":"child-1","review_id":"review-1","question_id":"question-1","person":"Made-up Carer","role":"carer","state":"not_asked","value":"6.5","why_not_lower":"","what_would_make_it_higher":"","medium":"said","answered_on":null,"position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (11, 'b4bcd233-1259-4468-85ec-af6c13aded98', 'child-1', 'review-1', 'addendum-1', 'addendum', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"addendum-1","child_id":"child-1","review_id":"review-1","text":"The school has written since.","added_on":"2026-12-01","added_by":"Made-up Officer"}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (12, '43cb76f5-e6aa-4cae-a2c8-826b1883e9ee', 'child-1', 'review-1', 'document-1', 'written_document', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"document-1","child_id":"child-1","review_id":"review-1","kind":"letter","written_on":"2026-12-01","sent_on":null,"sent_to":""}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (13, '4fb0c830-5352-4eb6-9301-c6abbabf1b4b', 'child-1', NULL, 'happening-1', 'happening', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"happening-1","child_id":"child-1","happening":"pep_held","on":"2026-10-05","note":"","recorded_by":"Made-up Officer"}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (14, '432b2d0f-ca23-474c-b0fd-bd6a90af3a0a', 'child-1', 'review-1', 'sitting-1', 'sitting', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"sitting-1","child_id":"child-1","review_id":"review-1","on":"2026-11-24","with_whom":"","note":"","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (15, '8b0dfc05-1f0e-4ad9-8697-9cbe769e0f93', 'child-1', 'review-1', 'panel-member-1', 'panel_member', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"panel-member-1","child_id":"child-1","review_id":"review-1","name":"Made-up Stranger","is_chair":false,"is_member_or_officer":true,"works_for_the_home":false,"position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (16, '0eef5440-003c-443c-9ead-e3d2da324dcd', 'child-1', 'review-0', 'review-0', 'review', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"review-0","child_id":"child-1","kind":"looked_after","status":"open","origin":"laptop","planned_for":"2026-05-04","planned_at":"School","held_on":"2026-05-05","form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":null,"closed_by":"","starts_at":null,"lasts_minutes":0,"conduct":"meeting","began_on":null,"completed_on":null,"counted_because":"","late_reason":null,"late_note":"The train","cancelled_because":"","adjourned_on":null,"adjourned_because":"","resumed_on":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (17, '01483588-3d84-4628-9c7b-a3556a11d02a', 'child-1', 'review-0', 'decision-0', 'decision', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"decision-0","child_id":"child-1","review_id":"review-0","what":"Swim","owner":"","due_on":null,"by_when":"","words_for_child":"","position":0,"kept":"not_looked_at","kept_note":"","kept_looked_at_in":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (18, '0876fe90-37c4-4c04-9718-f000d096dc13', 'child-1', 'review-0', 'sitting-0', 'sitting', '[]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"sitting-0","child_id":"child-1","review_id":"review-0","on":"2026-05-05","with_whom":"","note":"","position":0}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (19, '792d0e71-364e-4add-96c1-8931cd38ddf7', 'child-1', 'review-0', 'review-0', 'review', '["0eef5440-003c-443c-9ead-e3d2da324dcd"]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:00:00.000000', '{"id":"review-0","child_id":"child-1","kind":"looked_after","status":"closed","origin":"laptop","planned_for":"2026-05-04","planned_at":"School","held_on":"2026-05-05","form":"","form_version":0,"participation":null,"participation_confirmed":false,"participation_reason":"","output":null,"output_reason":"","closed_on":"2026-05-06","closed_by":"Made-up Officer","starts_at":null,"lasts_minutes":0,"conduct":"meeting","began_on":null,"completed_on":null,"counted_because":"","late_reason":null,"late_note":"The train","cancelled_because":"","adjourned_on":null,"adjourned_because":"","resumed_on":null}', 0);
INSERT INTO "revision" ("serial", "id", "child_id", "review_id", "entity", "kind", "parents", "author", "device", "made_at", "fields", "withdrawn")
VALUES (20, 'ac0b7b34-3463-4b5b-8eb2-fba9715c86bc', 'child-1', NULL, 'child-1', 'child', '["1c013086-a209-4175-a8b1-6bcdd19299f9"]', 'Made-up Officer', 'old-laptop', '2026-11-22T10:02:00.000000', '{"id":"child-1","number":"MADEUP471108","date_of_birth":"2014-02-28","sex":"U","known_as":"Made-up Wren","family_name":"","pronouns":"","ethnicity":"","languages":[],"communication_needs":"","sibling_group":"","upn":"","iro_name":"Made-up Officer","iro_allocated_on":null,"social_worker":"","team":"","unaccompanied":false,"asylum_seeking_until":null,"permanence_plan":"","permanently_matched_on":null,"sdq_score":null,"sdq_reason":"","health_assessment_up_to_date":null,"dental_check_up_to_date":null,"immunisations_up_to_date":null,"last_health_assessment":null,"last_dental_check":null,"last_social_work_visit":null,"last_iro_contact":null,"made_up":false,"parent_id":null}', 0);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('1c013086-a209-4175-a8b1-6bcdd19299f9', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('580edcee-4a9c-42ef-abb9-23c52d3b5221', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('c8b8c049-c325-4ea4-8d09-fc520e03284a', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('2b4b1bd0-87ff-4b0d-b292-1e903bcbc7f1', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('c3703ff3-9f64-48fe-a26d-1be2588c2cab', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('063e8e97-d3c1-497f-bdcd-37c0c05c251d', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('9d6e532c-85d9-4dd5-81d7-a538d45c5e08', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('27775c4a-3aed-4383-98ca-83b9c8031295', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('60fbf1e0-6821-4869-afbc-b007f859a012', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('7d5c32e8-63c4-481c-895d-c09dbae7dc8e', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('b4bcd233-1259-4468-85ec-af6c13aded98', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('43cb76f5-e6aa-4cae-a2c8-826b1883e9ee', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('4fb0c830-5352-4eb6-9301-c6abbabf1b4b', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('432b2d0f-ca23-474c-b0fd-bd6a90af3a0a', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('8b0dfc05-1f0e-4ad9-8697-9cbe769e0f93', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('0eef5440-003c-443c-9ead-e3d2da324dcd', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('01483588-3d84-4628-9c7b-a3556a11d02a', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('0876fe90-37c4-4c04-9718-f000d096dc13', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('792d0e71-364e-4add-96c1-8931cd38ddf7', '2026-11-22T10:00:00.000000', NULL);
INSERT INTO "outbox" ("revision_id", "queued_at", "frozen_at")
VALUES ('ac0b7b34-3463-4b5b-8eb2-fba9715c86bc', '2026-11-22T10:02:00.000000', NULL);
INSERT INTO "setting" ("name", "value")
VALUES ('device', '42608f69-eb62-4a7f-a594-e92185423aff');
