-- Does the label hold? What readers who saw neither label nor order said of pairs of each operator (Wilson interval, 95 %).
-- :augmentation augmentation = any  name of the augmentation
-- Reports and `tare review` give the exact interval (Clopper-Pearson), which is the wider one. what_went_wrong has the notes
-- of readers who contradict the label, also where the other readers of the pair outvote them; not those of who agrees with it.
-- > augmentation  operator
-- > version  version of the operator
-- > attribute  attribute of the rubric
-- > expects  what the reward should do: same, lower, higher, not-higher
-- > pairs_read  pairs that people read
-- > as_expected  of those, the label held
-- > suspect  of those, it did not
-- > share  as_expected of pairs_read
-- > wilson_lower  lower bound, Wilson 95 %
-- > wilson_upper  upper bound
-- > what_went_wrong  notes of readers who contradict the label
WITH read AS (
  SELECT v.*, 1.0 * as_expected / pairs_read AS share, 3.841458820694124 / pairs_read AS zz FROM judged_validity v
   WHERE :augmentation IS NULL OR v.augmentation = :augmentation)
SELECT augmentation, version, attribute, expects, pairs_read, as_expected, pairs_read - as_expected AS suspect, share,
       (share + zz / 2 - sqrt(zz * (share * (1 - share) + zz / 4))) / (1 + zz) AS wilson_lower,
       (share + zz / 2 + sqrt(zz * (share * (1 - share) + zz / 4))) / (1 + zz) AS wilson_upper,
       (SELECT group_concat(note, '; ') FROM judged_pairs j
         WHERE j.augmentation = read.augmentation AND j.version = read.version AND NOT j.as_expected AND j.note <> '') AS what_went_wrong
  FROM read ORDER BY share, augmentation;
