export default defineAppConfig({
  pages: ['pages/form/form', 'pages/result/result'],
  window: { navigationBarTitleText: 'sketch' },
  lazyCodeLoading: 'requiredComponents',
});
