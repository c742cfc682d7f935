/** Who sees, or what is seen: staff (IIT), the public (EIT), what is disclosed (OIT). In the order of a page and of a draft. */
export const VIEWS = ['staff', 'public', 'disclosure'] as const
export type ViewName = (typeof VIEWS)[number]

/**
 * The seven themes by which results are read, as subjects that items of any framework year may ask about. They start from
 * what the seven issues of the example cite: for 2566 they give its citations and nothing else. Subjects that only other
 * years ask about stand where the example would have cited them. A theme need not have all three views.
 */
export type ThemeKey =
  | 'work-process'
  | 'service'
  | 'publicity'
  | 'state-property'
  | 'budget-procurement'
  | 'power-personnel'
  | 'anti-corruption'

export type Theme = Readonly<{
  key: ThemeKey
  /** Keys of concepts, in the order in which they are named. */
  concepts: Readonly<Record<ViewName, readonly string[]>>
}>

export const THEMES: readonly Theme[] = [
  {
    key: 'work-process',
    concepts: {
      staff: [
        'iit_steps_and_time',
        'iit_equal_treatment',
        'iit_work_attitude',
        'iit_bribes_asked',
        'iit_gifts_received',
        'iit_gifts_given',
      ],
      public: ['eit_steps_and_time', 'eit_service_better', 'eit_service_easier', 'eit_transparency_raised'],
      disclosure: [],
    },
  },
  {
    key: 'service',
    concepts: {
      staff: ['iit_steps_and_time', 'iit_equal_treatment', 'iit_work_attitude'],
      public: [
        'eit_steps_and_time',
        'eit_serves_public',
        'eit_service_better',
        'eit_service_easier',
        'eit_participation',
      ],
      disclosure: ['participation'],
    },
  },
  {
    key: 'publicity',
    concepts: {
      staff: [],
      public: [
        'eit_information_channels',
        'eit_information_clear',
        'eit_feedback_channel',
        'eit_questions_answered',
        'eit_corruption_channel',
      ],
      disclosure: [
        'structure',
        'executives',
        'powers',
        'contact',
        'laws',
        'news',
        'qa',
        'social',
        'privacy_policy',
      ],
    },
  },
  {
    key: 'state-property',
    concepts: {
      staff: [
        'iit_property_private_use',
        'iit_borrowing_easy',
        'iit_borrowing_with_leave',
        'iit_outsiders_use_property',
        'iit_property_rules_known',
        'iit_property_supervised',
      ],
      public: [],
      disclosure: ['risk_assessment', 'risk_report'],
    },
  },
  {
    key: 'budget-procurement',
    concepts: {
      staff: [
        'iit_budget_plan_known',
        'iit_spending_purpose',
        'iit_spending_private_gain',
        'iit_false_claims',
        'iit_procurement_fair',
        'iit_budget_oversight',
      ],
      public: [],
      disclosure: [
        'plan_budget',
        'six_month_progress',
        'annual_report',
        'procurement_list_or_plan',
        'procurement_notices',
        'procurement_progress_or_monthly',
        'procurement_annual',
      ],
    },
  },
  {
    key: 'power-personnel',
    concepts: {
      staff: [
        'iit_work_assigned_fairly',
        'iit_appraisal_fair',
        'iit_training_fair',
        'iit_private_errands',
        'iit_wrongful_orders',
        'iit_personnel_fair',
        'iit_ethics_code_known',
      ],
      public: [],
      disclosure: [
        'hr_plan',
        'hr_actions',
        'hr_criteria',
        'hr_report',
        'ethics_code',
        'ethics_drive',
        'ethics_assessment',
      ],
    },
  },
  {
    key: 'anti-corruption',
    concepts: {
      staff: [
        'iit_leader_against_corruption',
        'iit_policy_and_plan',
        'iit_problems_solved',
        'iit_watch_check_punish',
        'iit_audit_results_used',
        'iit_reporting_safe',
        'iit_measures_work',
        'iit_ita_results_used',
        'iit_reporting_steps_known',
        'iit_trust_in_remedy',
      ],
      public: ['eit_corruption_channel', 'eit_transparency_raised'],
      disclosure: [
        'complaint_procedure',
        'complaint_channel',
        'no_gift_declaration',
        'no_gift_culture',
        'no_gift_report',
        'benefits_received',
        'risk_assessment',
        'risk_report',
        'anticorruption_plan',
        'anticorruption_six_month',
        'anticorruption_report',
        'integrity_report',
      ],
    },
  },
]

/** The theme of a key as it stands in an address; null for any other text. */
export const findTheme = (key: string): Theme | null => THEMES.find((theme) => theme.key === key) ?? null
