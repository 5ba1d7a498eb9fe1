/** WXSS is CSS with rpx, `page` and without some habits of the web. @type {import('stylelint').Config} */
export default {
  extends: ['stylelint-config-standard'],
  ignoreFiles: ['miniprogram/miniprogram_npm/**'],
  rules: {
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    // It does not know rpx.
    'declaration-property-value-no-unknown': null,
    'selector-type-no-unknown': [true, { ignore: ['custom-elements'], ignoreTypes: ['page'] }],
    // WeChat's audit counts it against the app: tap feedback is `hover-class`.
    'selector-pseudo-class-disallowed-list': [
      ['active'],
      { message: 'tap feedback by hover-class, not :active' },
    ],
    // The range notation (width <= 620px) is unknown to older phones' web views.
    'media-feature-range-notation': 'prefix',
    // WXSS takes a path in quotes only.
    'import-notation': 'string',
    // Vant's parts are named block__element--modifier.
    'selector-class-pattern': '^[a-z][a-z0-9]*(-{1,2}[a-z0-9]+|__[a-z0-9]+)*$',
  },
};
