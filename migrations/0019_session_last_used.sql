ALTER TABLE `session` ADD `last_used_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
-- Whoever is signed in stays so: their day begins now.
UPDATE `session` SET `last_used_at` = unixepoch() * 1000;
